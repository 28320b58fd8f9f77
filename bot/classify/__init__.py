"""Which intent a message has: sentence encoder, text features and a kernel classifier.

Answering needs numpy, onnxruntime and tokenizers only. Training, which is in
`bot.classify.train`, also needs onnx.
"""

from __future__ import annotations

from bot.classify.classifier import Classifier, Example
from bot.classify.encoder import Encoder, LexicalEncoder, OnnxEncoder

__all__ = ["Classifier", "Encoder", "Example", "LexicalEncoder", "OnnxEncoder"]
