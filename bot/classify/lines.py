"""The training lines as one graph: how like a message's vector is to each, and their votes.

The vectors of the lines are whole numbers in it. Reading some 10,000 vectors is most of
the work of a message, and they are a quarter of the size in int8.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.classify.encoder import FloatArray
from bot.classify.session import open_session

TOP = 63
"""Largest whole number of a vector. Processors without VNNI overflow on more than 7 bits."""

_OPERATORS = 18
_FUSED = "com.microsoft"


def rounded(vectors: FloatArray) -> tuple[NDArray[np.int8], FloatArray]:
    """Vectors (n, d) in whole numbers, and the (n, 1) factors that turn them back."""
    factors = np.abs(vectors).max(axis=1, keepdims=True, initial=0) / np.float32(TOP)
    factors[factors == 0] = 1
    return np.rint(vectors / factors).astype(np.int8), factors.astype(np.float32)


def write_graph(vectors: FloatArray, votes: FloatArray, closeness: float) -> bytes:
    """A serialised ONNX model: input `vector` (1, d), output `scores` (1, labels).

    Args:
        vectors: (lines, d), of about length 1; best those that `rounded` gives back.
        votes: (lines, labels), what likeness to a line says for each label.
        closeness: of the kernel exp(closeness * (cosine - 1)).
    """
    from onnx import TensorProto, helper, numpy_helper

    whole, factors = rounded(vectors)
    stored = {
        "lines": np.ascontiguousarray(whole.T),
        "factors": factors[:, 0],
        "closeness": np.float32(closeness),
        "votes": votes,
    }
    nodes = [
        helper.make_node(
            "DynamicQuantizeMatMul", ["vector", "lines", "factors"], ["cosine"], domain=_FUSED
        ),
        helper.make_node("Mul", ["cosine", "closeness"], ["close"]),
        helper.make_node("Sub", ["close", "closeness"], ["distance"]),
        helper.make_node("Exp", ["distance"], ["likeness"]),
        helper.make_node("MatMul", ["likeness", "votes"], ["scores"]),
    ]
    graph = helper.make_graph(
        nodes,
        "lines",
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [1, vectors.shape[1]])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, votes.shape[1]])],
        [numpy_helper.from_array(np.asarray(array), name) for name, array in stored.items()],
    )
    opsets = [helper.make_opsetid("", _OPERATORS), helper.make_opsetid(_FUSED, 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    return bytes(model.SerializeToString())


class Lines:
    """The training lines, ready to be compared with."""

    def __init__(self, graph: bytes) -> None:
        """Open what `write_graph` made; raises onnxruntime's own errors for anything else."""
        self.graph = graph
        self._session: Any = open_session(graph)

    def scores(self, vectors: FloatArray) -> FloatArray:
        """What likeness in meaning says: (n, labels) for (n, d) vectors.

        One by one: int8 scales are taken over the whole input, so a vector's scores would
        otherwise depend on its neighbours.
        """
        rows = [self._session.run(None, {"vector": row[None]})[0] for row in vectors]
        return np.concatenate(rows)
