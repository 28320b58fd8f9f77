"""Writes MiniLM's weights as a small int8 ONNX graph: word pieces in, one unit vector out.

The graph is written by hand from fused operators, so that loading it takes some 15 ms
and no optimiser has to run. Weights are int8 with one scale a column, in 7 bits: on
processors without VNNI, 8-bit products overflow and the vectors would differ there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Weights = Mapping[str, NDArray[np.float32]]

LAYERS = 6
HEADS = 12
WIDTH = 384
POSITIONS = 128
EPSILON = 1e-12
TAGS = "tags.weight"
"""Weight that an encoder has which tags word pieces, too."""
_FUSED = "com.microsoft"


class GraphWriter:
    """Collects the nodes and stored arrays of one graph."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._stored: list[onnx.TensorProto] = []

    def weight(self, name: str) -> NDArray[np.float32]:
        """A weight of the model by its PyTorch name."""
        return self._weights[name].astype(np.float32)

    def store(self, name: str, array: NDArray[Any]) -> str:
        """Store an array in the graph; returns its name."""
        self._stored.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(
        self, kind: str, inputs: list[str], output: str, domain: str = "", **options: Any
    ) -> str:
        """Add a node with one output; returns the output's name."""
        self._nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **options))
        return output

    def split(self, source: str, outputs: list[str]) -> list[str]:
        """Cut the last axis into equal parts."""
        parts = len(outputs)
        self._nodes.append(helper.make_node("Split", [source], outputs, axis=-1, num_outputs=parts))
        return outputs

    def model(self, name: str) -> onnx.ModelProto:
        """The finished, checked model."""
        ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["lines", "pieces"])
        vector = helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["lines", WIDTH])
        outputs = [vector]
        if TAGS in self._weights:
            shape = ["lines", "pieces", len(self._weights[TAGS])]
            outputs.append(helper.make_tensor_value_info("tags", TensorProto.FLOAT, shape))
        graph = helper.make_graph(self._nodes, name, [ids], outputs, self._stored)
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(_FUSED, 1)]
        return helper.make_model(
            graph, opset_imports=opsets, ir_version=9, producer_name="net-guide"
        )


def write_graph(weights: Weights, name: str) -> bytes:
    """The serialised ONNX model for the weights of a 6-layer, 384-wide BERT encoder.

    Input `ids`: int64 (lines, pieces), all lines of one length. Output `vector`:
    float32 (lines, 384), the mean of the last layer, each of length 1. Where the weights
    have a layer for tags, output `tags`: float32 (lines, pieces, tags), for each word piece.
    """
    writer = GraphWriter(weights)
    state = _embed(writer)
    for layer in range(LAYERS):
        state = _layer(writer, layer, state)
    axis = writer.store("pieces_axis", np.array([1], np.int64))
    mean = writer.node("ReduceMean", [state, axis], "mean", keepdims=0)
    writer.node("LpNormalization", [mean], "vector", axis=-1, p=2)
    if TAGS in weights:
        tags = writer.store("tags.weight", writer.weight(TAGS).T)
        writer.node("MatMul", [state, tags], "tags.product")
        bias = writer.store("tags.bias", writer.weight("tags.bias"))
        writer.node("Add", ["tags.product", bias], "tags")
    return bytes(writer.model(name).SerializeToString())


def outline(model: bytes) -> bytes:
    """The graph of a model whose whole numbers stay in its file, `model.onnx`.

    Opened in its place, it maps them: of the words, only those that are read come into memory.
    """
    found = onnx.load_from_string(model)
    for tensor in found.graph.initializer:
        if tensor.data_type != TensorProto.INT8:  # others would have to be aligned
            continue
        place = {"offset": model.index(tensor.raw_data), "length": len(tensor.raw_data)}
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        for key, value in {"location": "model.onnx", **place}.items():
            tensor.external_data.add(key=key, value=str(value))
    return bytes(found.SerializeToString())


def _embed(writer: GraphWriter) -> str:
    """Word, position and type embeddings; the words stay int8 until looked up."""
    table = writer.weight("embeddings.word_embeddings.weight")
    quantised, scales = quantise(table.T, 127)
    words = writer.store("words", quantised.T)
    writer.node("Gather", [words, "ids"], "words.picked")
    writer.node("Cast", ["words.picked"], "words.float", to=TensorProto.FLOAT)
    writer.node("Gather", [writer.store("words.scale", scales[:, None]), "ids"], "words.by")
    writer.node("Mul", ["words.float", "words.by"], "words.value")
    positions = writer.weight("embeddings.position_embeddings.weight")[:POSITIONS]
    kind = writer.weight("embeddings.token_type_embeddings.weight")[0]
    writer.store("positions", positions + kind)
    for name, value in (("zero", 0), ("one", 1), ("two", 2)):
        writer.store(name, np.array([value], np.int64))
    writer.node("Shape", ["ids"], "shape")
    writer.node("Slice", ["shape", "one", "two"], "length")
    writer.node("Slice", ["positions", "zero", "length", "zero"], "places")
    writer.node("Add", ["words.value", "places"], "embedded")
    gain, shift = _norm_weights(writer, "embeddings.LayerNorm")
    inputs = ["embedded", gain, shift]
    return writer.node("LayerNormalization", inputs, "layer.in", axis=-1, epsilon=EPSILON)


def _layer(writer: GraphWriter, layer: int, state: str) -> str:
    """One transformer layer: attention, then the two dense layers, each with its residual."""
    name, weights = f"layer.{layer}", f"encoder.layer.{layer}."
    parts = [f"{weights}attention.self.{part}" for part in ("query", "key", "value")]
    joined = _dense(writer, parts, state, f"{name}.qkv")
    split = writer.split(joined, [f"{name}.q", f"{name}.k", f"{name}.v"])
    mixed = writer.node("MultiHeadAttention", split, f"{name}.mixed", _FUSED, num_heads=HEADS)
    attended = _dense(writer, [f"{weights}attention.output.dense"], mixed, f"{name}.attended")
    middle = _add_norm(writer, attended, state, f"{weights}attention.output.LayerNorm")
    wide = _dense(writer, [f"{weights}intermediate.dense"], middle, f"{name}.wide")
    active = writer.node("Gelu", [wide], f"{name}.active", _FUSED)
    narrow = _dense(writer, [f"{weights}output.dense"], active, f"{name}.narrow")
    return _add_norm(writer, narrow, middle, f"{weights}output.LayerNorm")


def _dense(writer: GraphWriter, parts: list[str], source: str, output: str) -> str:
    """A dense layer in int8; several parts of the same input are joined side by side."""
    matrix = np.concatenate([writer.weight(f"{part}.weight").T for part in parts], axis=1)
    bias = np.concatenate([writer.weight(f"{part}.bias") for part in parts])
    quantised, scales = quantise(matrix, 63)
    names = [
        writer.store(f"{output}.weight", quantised),
        writer.store(f"{output}.scale", scales),
        "",
        writer.store(f"{output}.bias", bias),
    ]
    return writer.node("DynamicQuantizeMatMul", [source, *names], output, _FUSED)


def _add_norm(writer: GraphWriter, source: str, residual: str, weights: str) -> str:
    """The sum, normalised. The fused SkipLayerNormalization takes longer for short lines."""
    total = writer.node("Add", [source, residual], f"{weights}.sum")
    inputs = [total, *_norm_weights(writer, weights)]
    output = f"{weights}.out"
    return writer.node("LayerNormalization", inputs, output, axis=-1, epsilon=EPSILON)


def _norm_weights(writer: GraphWriter, name: str) -> tuple[str, str]:
    gain = writer.store(f"{name}.gain", writer.weight(f"{name}.weight"))
    return gain, writer.store(f"{name}.shift", writer.weight(f"{name}.bias"))


def quantise(matrix: NDArray[np.float32], top: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Whole numbers in -top..top and one scale a column, so that their product is the matrix."""
    scales = np.abs(matrix).max(axis=0) / top
    scales[scales == 0] = 1
    return np.rint(matrix / scales).astype(np.int8), scales.astype(np.float32)
