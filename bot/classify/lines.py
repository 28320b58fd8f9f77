"""The training lines as one graph: how like a message's vector is to each, and their votes.

The vectors of the lines are whole numbers in it. Reading some 10,000 vectors and their votes
is most of the work, and in int8 the vectors are a quarter of the size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.classify.encoder import FloatArray
from bot.classify.session import open_session

TOP = 63
"""Largest whole number of a vector. Processors without VNNI overflow on more than 7 bits."""

TABLES = ("lines", "votes")
"""Names of what is large in a graph, and is no part of it."""
_OPERATORS = 18
_TOGETHER = 32
"""Texts compared at once: their likeness to all lines has to be held."""
_MIDDLE = 128
"""What stands for zero in the whole numbers of a message."""


def rounded(vectors: FloatArray) -> tuple[NDArray[np.int8], FloatArray]:
    """Vectors (n, d) in whole numbers, and the (n, 1) factors that turn them back."""
    factors = np.abs(vectors).max(axis=1, keepdims=True, initial=0) / np.float32(TOP)
    factors[factors == 0] = 1
    return np.rint(vectors / factors).astype(np.int8), factors.astype(np.float32)


def write_graph(
    vectors: FloatArray, votes: FloatArray, closeness: float
) -> tuple[bytes, dict[str, NDArray[Any]]]:
    """A serialised ONNX model: input `vector` (n, d), output `scores` (n, labels).

    Args:
        vectors: (lines, d), of about length 1; best those that `rounded` gives back.
        votes: (lines, labels), what likeness to a line says for each label.
        closeness: of the kernel exp(closeness * (cosine - 1)).

    Returns:
        The model, and its two large tables by name: written into it, they would be copied twice
        whenever it is opened.
    """
    from onnx import TensorProto, helper, numpy_helper

    whole, factors = rounded(vectors)
    tables: dict[str, NDArray[Any]] = {
        "lines": np.ascontiguousarray(whole.T),
        "votes": np.ascontiguousarray(votes),
    }
    near = np.float32(closeness)
    stored = {"factors": factors[:, 0] * near, "closeness": near, **_ROUNDING}
    nodes = [
        helper.make_node(kind, inputs.split(), [output], **options)
        for kind, inputs, output, options in _steps(TensorProto.UINT8, TensorProto.FLOAT)
    ]
    held = [numpy_helper.from_array(np.asarray(array), name) for name, array in stored.items()]
    graph = helper.make_graph(
        nodes,
        "lines",
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["n", vectors.shape[1]])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["n", votes.shape[1]])],
        [*held, *(_elsewhere(name, array) for name, array in tables.items())],
    )
    opsets = [helper.make_opsetid("", _OPERATORS)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    return bytes(model.SerializeToString()), tables


def _elsewhere(name: str, array: NDArray[Any]) -> Any:
    """A table of a graph that is handed over when the graph is opened."""
    from onnx import StringStringEntryProto, TensorProto, helper

    return TensorProto(
        name=name,
        dims=array.shape,
        data_type=helper.np_dtype_to_tensor_dtype(array.dtype),
        data_location=TensorProto.EXTERNAL,
        external_data=[StringStringEntryProto(key="location", value=name)],
    )


_ROUNDING: dict[str, Any] = {
    "last": np.array([-1], np.int64),
    "least": np.float32(1e-9),
    "top": np.float32(_MIDDLE - 1),
    "middle": np.float32(_MIDDLE),
    "zero": np.uint8(_MIDDLE),
}


def _steps(whole: int, floating: int) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """The graph's operators: kind, inputs, output and settings.

    Each row is rounded by itself, so that no message depends on its neighbours.
    """
    yield "Abs", "vector", "size", {}
    yield "ReduceMax", "size last", "largest", {"keepdims": 1}
    yield "Max", "largest least", "safe", {}
    yield "Div", "safe top", "factor", {}
    yield "Div", "vector factor", "scaled", {}
    yield "Round", "scaled", "even", {}
    yield "Add", "even middle", "shifted", {}
    yield "Cast", "shifted", "whole", {"to": whole}
    yield "MatMulInteger", "whole lines zero", "products", {}
    yield "Cast", "products", "sums", {"to": floating}
    yield "Mul", "sums factors", "halfway", {}
    yield "Mul", "halfway factor", "close", {}
    yield "Sub", "close closeness", "distance", {}
    yield "Exp", "distance", "likeness", {}
    yield "MatMul", "likeness votes", "scores", {}


class Lines:
    """The training lines, ready to be compared with."""

    def __init__(self, graph: bytes, tables: Mapping[str, NDArray[Any]]) -> None:
        """Open what `write_graph` made; raises onnxruntime's own errors for anything else."""
        self.graph = graph
        self.tables = tables
        self._session: Any = open_session(graph, tables)

    def scores(self, vectors: FloatArray) -> FloatArray:
        """What likeness in meaning says: (n, labels) for (n, d) vectors.

        Together, so that the lines are read from memory once for all texts of a message.
        """
        some = range(0, len(vectors), _TOGETHER)
        parts = [vectors[start : start + _TOGETHER] for start in some]
        return np.concatenate([self._session.run(None, {"vector": part})[0] for part in parts])
