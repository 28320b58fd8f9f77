"""Fine-tunes MiniLM on the utterances of the content and writes bot/encoder/.

    python -m tools.encoder.finetune WEIGHTS.safetensors

WEIGHTS are the published ones (their SHA-256 is checked). Lines are seen as the bot sees
them: spelling repaired, subject names masked. Each label gets a direction; a line is
drawn towards its own and away from the others (cross-entropy on cosines), and held
near the place the published model gives it, so that the encoder stays good for
questions it was not tuned on. Word embeddings are frozen for the same reason.
Needs torch and transformers, some 2 GB of memory and, on 2 free cores, about 20 minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import Parameter, functional

from bot.classify import Example, OnnxEncoder
from bot.content import files, load
from bot.content.files import Sources
from bot.understand import lexicon
from bot.understand.examples import examples
from bot.understand.view import Viewer
from tools.encoder import export
from tools.encoder.model import FloatEncoder

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Recipe:
    """The settings; the committed encoder was made with these."""

    epochs: int = 4
    batch: int = 64
    rate: float = 3e-5
    """Learning rate of the encoder at its peak."""
    label_rate: float = 2e-3
    """Learning rate of the labels' directions."""
    scale: float = 20.0
    """What cosines are multiplied by before the softmax."""
    smoothing: float = 0.1
    """Probability mass shared among the other labels: utterances overlap."""
    keep: float = 1.0
    """Weight of the squared distance from the published model's vector."""
    warm_up: float = 0.1
    """Share of the steps in which the rates rise; then they fall to 0."""
    seed: int = 0


def content_lines(folder: Path) -> tuple[tuple[Example, ...], str]:
    """The training lines of a content folder as the bot makes them, and the content's digest."""
    raw = files.read_folder(folder)
    digest = files.digest(raw)
    content = load.build(Sources.parse(raw), digest)
    words = lexicon.build(content, OnnxEncoder.load().words)
    return examples(content, Viewer(content, words)), digest


def batches(
    lengths: Sequence[int], recipe: Recipe, chooser: np.random.Generator
) -> Iterator[list[int]]:
    """One epoch of shuffled batches of lines of like length, which need little padding."""
    order, pool = chooser.permutation(len(lengths)), recipe.batch * 16
    found = []
    for start in range(0, len(order), pool):
        near = sorted(order[start : start + pool].tolist(), key=lambda line: lengths[line])
        found += [near[at : at + recipe.batch] for at in range(0, len(near), recipe.batch)]
    for index in chooser.permutation(len(found)):
        yield found[index]


def label_directions(vectors: Tensor, targets: Tensor) -> Parameter:
    """Where each label starts: the mean of its lines."""
    means = [vectors[targets == label].mean(dim=0) for label in range(int(targets.max()) + 1)]
    return Parameter(functional.normalize(torch.stack(means), dim=1))


def optimiser(
    encoder: FloatEncoder, directions: Parameter, steps: int, recipe: Recipe
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW with rates that rise, then fall."""
    for parameter in encoder.model.embeddings.parameters():
        parameter.requires_grad = False
    tuned = [each for each in encoder.model.parameters() if each.requires_grad]
    groups = [
        {"params": tuned, "lr": recipe.rate, "weight_decay": 0.01},
        {"params": [directions], "lr": recipe.label_rate, "weight_decay": 0.0},
    ]
    adam = torch.optim.AdamW(groups)
    rise = recipe.warm_up * steps

    def factor(step: int) -> float:
        return min((step + 1) / rise, max(0.0, (steps - step) / (steps - rise)))

    return adam, torch.optim.lr_scheduler.LambdaLR(adam, factor)


def fine_tune(encoder: FloatEncoder, lines: Sequence[Example], recipe: Recipe) -> None:
    """Tune the encoder in place, printing the mean loss of each epoch."""
    torch.manual_seed(recipe.seed)
    chooser = np.random.default_rng(recipe.seed)
    labels = sorted({line.label for line in lines})
    targets = torch.tensor([labels.index(line.label) for line in lines])
    published = torch.from_numpy(encoder.encode([line.text for line in lines]))
    pieces = encoder.pieces([line.text for line in lines])
    directions = label_directions(published, targets)
    steps = recipe.epochs * -(-len(lines) // recipe.batch)
    adam, schedule = optimiser(encoder, directions, steps, recipe)
    encoder.model.train()
    for epoch in range(recipe.epochs):
        losses = []
        for batch in batches([len(line) for line in pieces], recipe, chooser):
            vectors = encoder.forward([pieces[line] for line in batch])
            cosines = vectors @ functional.normalize(directions, dim=1).T
            loss = functional.cross_entropy(
                recipe.scale * cosines, targets[batch], label_smoothing=recipe.smoothing
            )
            loss = loss + recipe.keep * ((vectors - published[batch]) ** 2).sum(dim=1).mean()
            adam.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(encoder.model.parameters(), 1.0)
            adam.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1} of {recipe.epochs}: loss {np.mean(losses):.3f}", flush=True)
    encoder.model.train(mode=False)


def main() -> None:
    """Fine-tune, and write the encoder with its manifest."""
    parser = argparse.ArgumentParser(description="Fine-tune the encoder on the content.")
    parser.add_argument("weights", type=Path)
    parser.add_argument("--content", type=Path, default=ROOT)
    parser.add_argument("--folder", type=Path, default=export.FOLDER)
    parser.add_argument("--keep-weights", type=Path, help="also write the float weights here")
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    given = parser.parse_args()
    export.read_verified(given.weights, export.BASE_SHA256)
    lines, digest = content_lines(given.content)
    tokenizer = (export.FOLDER / "tokenizer.json").read_bytes()
    encoder = FloatEncoder(given.weights)
    fine_tune(encoder, lines, Recipe(epochs=given.epochs))
    if given.keep_weights:
        encoder.save(given.keep_weights)
    export.write_encoder(
        {name: value.numpy() for name, value in encoder.model.state_dict().items()},
        tokenizer,
        given.folder,
        name="minilm-l6-int8-tuned",
        origin=export.ORIGIN,
        licence="Apache-2.0",
        changes="fine-tuned on the utterances of this repository, then quantised to int8",
        made_from={
            "model.safetensors": export.BASE_SHA256,
            "tokenizer.json": export.TOKENIZER_SHA256,
            "content": digest,
        },
        recipe="python -m tools.encoder.finetune WEIGHTS.safetensors",
    )


if __name__ == "__main__":
    main()
