"""From a checkpoint to what is shipped: ONNX with 8-bit weights, label lists, tokenizer."""

from __future__ import annotations

import json
import tempfile
import warnings
from pathlib import Path
from typing import Any

from quizgen.analysis.training import data, encoding

INPUTS = ("pieces", "case", "mask", "words")
OUTPUTS = ("upos", "xpos", "entity", "arc", "label")
FLOAT_NAME, INT8_NAME = "parser.onnx", "parser.int8.onnx"


def export(parser: Any, lists: data.Labels, tokenizer: Path, folder: Path, *, quantised: bool = True) -> Path:
    """Writes the network, ``labels.json`` and ``tokenizer.json`` into a folder; returns the path of the network.

    ``parser`` is a ``network.Parser``, ``tokenizer`` the base encoder's ``tokenizer.json``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(lists.as_json(), ensure_ascii=False, indent=1)
    (folder / "labels.json").write_text(text + "\n", encoding="utf-8")
    _copy_tokenizer(tokenizer, folder / "tokenizer.json")
    if not quantised:
        return _to_onnx(parser, folder / FLOAT_NAME)
    with tempfile.TemporaryDirectory() as scratch:
        return quantise(_to_onnx(parser, Path(scratch) / FLOAT_NAME), folder / INT8_NAME)


def _copy_tokenizer(source: Path, target: Path) -> None:
    """Without the padding and the cutting that the base encoder was used with: words are cut one by one."""
    settings = json.loads(source.read_text(encoding="utf-8"))
    settings |= {"truncation": None, "padding": None, "post_processor": None}
    target.write_text(json.dumps(settings, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def _to_onnx(parser: Any, path: Path) -> Path:
    """The network in 32-bit floats; sentences, pieces and words are free in number."""
    import torch

    cut = {"one": [1000], "another": [2000, 2001]}.__getitem__
    rows = [encoding.encode(forms, cut) for forms in (("one", "another", "one"), ("another", "one"), ("one",))]
    example = tuple(torch.from_numpy(array) for array in encoding.arrays(rows).values())
    pieces, words = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    axes = {"pieces": pieces, "case": pieces, "mask": pieces, "words": words}
    axes |= dict.fromkeys(("upos", "xpos", "entity"), words)
    axes |= {"arc": {0: "batch", 1: "words", 2: "words"}, "label": {0: "batch", 2: "words", 3: "words"}}
    with warnings.catch_warnings():
        # The exporter that follows traces is deprecated, but the graph it writes is the one that the
        # quantiser knows best: plain matrix products with constant weights.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            parser.eval(), example, str(path), input_names=[*INPUTS], output_names=[*OUTPUTS],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
    return path


def quantise(source: Path, target: Path) -> Path:
    """8-bit weights, one scale a column; activations are quantised as they come."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as scratch:
        prepared = Path(scratch) / "prepared.onnx"
        _prepare(source, prepared)
        # Unsigned weights around 128: products of signed and unsigned bytes are cut off at 16 bits on processors
        # without VNNI, so that the same text would have other trees there. Seven bits (reduce_range) would be safe
        # too, and cost .004 of entity F.
        quantize_dynamic(
            prepared, target, per_channel=True, weight_type=QuantType.QUInt8, extra_options={"WeightSymmetric": True}
        )
    return target


def _prepare(source: Path, target: Path) -> None:
    """Folds constants, so that every weight is seen by the quantiser."""
    from onnxruntime.quantization.shape_inference import quant_pre_process

    quant_pre_process(source, target, skip_symbolic_shape=True)
