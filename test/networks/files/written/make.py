"""Makes the small files of this folder, with PyTorch and the safetensors library, and expected.json: what Python reads in them.

    python test/networks/files/written/make.py
"""

import json
import pathlib
import zipfile

import safetensors
import safetensors.torch
import torch

FOLDER = pathlib.Path(__file__).parent

EDGES = {
    "F64": torch.tensor([0.1, -2.5, 1e39, -1e-50, float("nan")], dtype=torch.float64),
    "F32": torch.tensor([0.1, -2.5, 3e38, 1e-45, float("inf")]),
    "F16": torch.tensor([0.1, -0.0, 65504, 6e-8, 6e-5, float("-inf"), float("nan")], dtype=torch.float16),
    "BF16": torch.tensor([0.1, -2.5, 3e38, 1e-40, float("inf"), float("nan")], dtype=torch.bfloat16),
    "I64": torch.tensor([0, -1, 2**24 + 1, -(2**63), 2**63 - 1]),
    "I32": torch.tensor([0, -1, 2**24 + 1, -(2**31)], dtype=torch.int32),
    "I16": torch.tensor([0, -1, 2**15 - 1], dtype=torch.int16),
    "I8": torch.tensor([0, -1, 127, -128], dtype=torch.int8),
    "U8": torch.tensor([0, 1, 255], dtype=torch.uint8),
    "BOOL": torch.tensor([True, False]),
}
UNSIGNED = {
    "U64": torch.tensor([0, 2**64 - 1], dtype=torch.uint64),
    "U32": torch.tensor([0, 2**32 - 1], dtype=torch.uint32),
    "U16": torch.tensor([0, 2**16 - 1], dtype=torch.uint16),
}


def told(tensors, whole=()):
    """Shapes and numbers as float32, those of the types in `whole` as texts."""
    return {
        name: {
            "shape": list(tensor.shape),
            "numbers": [str(value) for value in (
                tensor.detach().flatten() if tensor.dtype in whole else tensor.detach().float().flatten()
            ).tolist()],
        }
        for name, tensor in tensors.items()
    }


def network():
    torch.manual_seed(1)
    layers = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
    optimizer = torch.optim.Adam(layers.parameters())
    layers(torch.rand(4, 3)).square().sum().backward()
    optimizer.step()
    return layers, optimizer


def main():
    expected = {}
    wide = torch.arange(6, dtype=torch.float32).reshape(2, 3)

    everything = {**EDGES, **UNSIGNED, "shaped": wide.half(), "none": torch.zeros(0, 3)}
    safetensors.torch.save_file(everything, FOLDER / "types.safetensors", {"format": "pt"})
    expected["types.safetensors"] = told(everything)
    safetensors.torch.save_file({"a": torch.zeros(2, dtype=torch.float8_e4m3fn)}, FOLDER / "float8.safetensors")

    layers, optimizer = network()
    state = layers.state_dict()
    schedule = torch.optim.lr_scheduler.MultiStepLR(optimizer, [3, 5])
    tied = torch.nn.Linear(3, 3, bias=False)
    checkpoint = {
        "epoch": 3, "best": torch.tensor(0.5), "arch": "small", "rate": 1e-3, "size": torch.Size([1, 3]),
        "device": torch.device("cpu"), "dtype": torch.float16, "large": 2**70, "nothing": None, "betas": (0.9, 0.99),
        "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "rng": torch.zeros(4, dtype=torch.uint8),
    }
    files = {
        "state": (state, state),
        "types": ({**EDGES, "part": wide[:, 1:], "turned": wide.T}, {**EDGES, "part": wide[:, 1:], "turned": wide.T}),
        "parameters": (dict(layers.named_parameters()), dict(layers.named_parameters())),
        "tied": ({"encoder": tied.weight, "decoder": tied.weight, "turned": tied.weight.T},) * 2,
        "checkpoint": ({**checkpoint, "state_dict": state}, state),
        "model_state_dict": ({**checkpoint, "model_state_dict": state}, state),
        "generator": ({"epoch": 1, "generator": state}, state),
        "two": ({"generator": state, "discriminator": state}, None),
        "tensor": (wide, None),
        "unsigned": (UNSIGNED, None),
    }
    for name, (content, held) in files.items():
        for form, zipped in (("zip", True), ("legacy", False)):
            if form == "legacy" and name in ("model_state_dict", "two", "tensor", "unsigned"):
                continue
            file = f"{name}.{form}.pth"
            torch.save(content, FOLDER / file, _use_new_zipfile_serialization=zipped)
            if held is not None:
                expected[file] = told(held, whole=(torch.int64,))

    # The same archive as other programs pack it: deflated, lengths before each file.
    with zipfile.ZipFile(FOLDER / "state.zip.pth") as source:
        with zipfile.ZipFile(FOLDER / "deflated.pth", "w", zipfile.ZIP_DEFLATED) as packed:
            for entry in source.infolist():
                packed.writestr(zipfile.ZipInfo(entry.filename), source.read(entry), zipfile.ZIP_DEFLATED)
    expected["deflated.pth"] = expected["state.zip.pth"]

    versions = {"torch": torch.__version__, "safetensors": safetensors.__version__}
    (FOLDER / "expected.json").write_text(json.dumps({"versions": versions, "files": expected}) + "\n")


main()
