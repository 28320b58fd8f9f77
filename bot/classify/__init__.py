"""Which intent a message has: sentence encoder, text features and a kernel classifier.

Answering needs numpy, onnxruntime and tokenizers only; so does training.
"""

from __future__ import annotations

from bot.classify.classifier import Classifier, Example
from bot.classify.encoder import Encoder, LexicalEncoder, OnnxEncoder
from bot.classify.train import train

__all__ = ["Classifier", "Encoder", "Example", "LexicalEncoder", "OnnxEncoder", "train"]
