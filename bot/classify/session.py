"""Opening a graph with onnxruntime."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from numpy.typing import NDArray


def open_session(graph: bytes | Path, tables: Mapping[str, NDArray[Any]] | None = None) -> Any:
    """An onnxruntime session that keeps no arena, and runs on the caller's thread.

    One thread a run: short lines do not gain from two, and a server has other work.
    Raises ImportError without onnxruntime, and onnxruntime's own errors for a bad graph.

    Args:
        graph: as bytes, or its file.
        tables: arrays that the graph names and does not hold. They are read where they are: the
            caller keeps them for as long as the session.
    """
    # From 1.31 on, onnxruntime reports its use to its maker, from the moment it is imported.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    # Our graphs are written with fused operators: optimising them again only costs time.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    if tables:
        values = [onnxruntime.OrtValue.ortvalue_from_numpy(each) for each in tables.values()]
        options.add_external_initializers([*tables], values)
    given = str(graph) if isinstance(graph, Path) else graph
    return onnxruntime.InferenceSession(given, options, providers=["CPUExecutionProvider"])
