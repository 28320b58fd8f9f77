"""Opening a graph with onnxruntime."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


def open_session(graph: bytes | Path) -> Any:
    """An onnxruntime session that keeps no arena, and runs on the caller's thread.

    One thread a run: short lines do not gain from two, and a server has other work.
    Raises ImportError without onnxruntime, and onnxruntime's own errors for a bad graph.
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
    given = str(graph) if isinstance(graph, Path) else graph
    return onnxruntime.InferenceSession(given, options, providers=["CPUExecutionProvider"])
