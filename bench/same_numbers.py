"""PyTorch's part of sameNumbers.mjs: takes the same steps and compares. Ends with 1 if a gap is too large."""

import json
import sys

import numpy as np
import torch
from torch import nn
from torch.nn.functional import avg_pool2d, conv2d, cross_entropy, max_pool2d, relu

torch.set_num_threads(1)
task = json.load(open(sys.argv[1]))
images = torch.tensor(task["pixels"], dtype=torch.float32).reshape(-1, 1, 28, 28) / 255
labels = torch.tensor(task["labels"])


def tensors(numbers):
    return [np.array(each["values"], np.float32).reshape(each["shape"]) for each in numbers]


def logits(name, weights, x):
    """The network with weights in TensorFlow's order: kernels [height, width, channels, filters], channels last."""
    act, pool = {"mnistCnn": (relu, max_pool2d), "lenet5": (torch.tanh, avg_pool2d)}[name]
    layers = list(zip(weights[::2], weights[1::2]))
    for layer, (kernel, bias) in enumerate(layers[:2]):
        padding = 2 if name == "lenet5" and layer == 0 else 0
        x = pool(act(conv2d(x, kernel.permute(3, 2, 0, 1), bias, padding=padding)), 2)
    x = x.permute(0, 2, 3, 1).flatten(1)
    for matrix, bias in layers[2:-1]:
        x = act(x @ matrix + bias)
    return x @ layers[-1][0] + layers[-1][1]


def weights_after(name, start, count, optimizer_of, kind=torch.float32):
    weights = [nn.Parameter(torch.tensor(weight, dtype=kind)) for weight in start]
    optimizer = optimizer_of(weights)
    for step in range(count):
        rows = slice(step * task["batch"], (step + 1) * task["batch"])
        optimizer.zero_grad()
        cross_entropy(logits(name, weights, images[rows].to(kind)), labels[rows]).backward()
        optimizer.step()
    return [weight.detach().numpy() for weight in weights]


def flat(weights):
    return np.concatenate([weight.ravel() for weight in weights])


def report(name, what, gap, allowed, moved):
    print(f"{name:9} {what:52} {gap:.2e}  (allowed {allowed:.0e}; largest of the numbers {moved:.2e})")
    return gap <= allowed


sgd = lambda rate: lambda weights: torch.optim.SGD(weights, rate)
adam = lambda weights: torch.optim.Adam(weights, 0.001, eps=1e-7)
good = True
for name, ours in task["results"].items():
    start = tensors(ours["start"])
    first = flat(start)
    steps = len(labels) // task["batch"]
    for what, key, count, optimizer, allowed in [
        ("gradients of a batch, largest gap", "gradients", 1, sgd(1), 1e-5),
        (f"weights after {steps} steps of SGD, largest gap", "sgd", steps, sgd(0.1), 1e-4),
    ]:
        theirs = flat(weights_after(name, start, count, optimizer)) - first
        gap = np.abs(flat(tensors(ours[key])) - first - theirs).max()
        good &= report(name, what, gap, allowed, np.abs(theirs).max())
    # Adam makes whole steps of gradients near zero, rounding included. How far that alone leads apart is seen by PyTorch
    # with twice the digits, float64: once it passes 1 %, no two programs agree to 1 %.
    for count, key in [(5, "adam5"), (steps, "adam")]:
        theirs = flat(weights_after(name, start, count, adam)) - first
        finer = flat(weights_after(name, start, count, adam, torch.float64)) - first
        size = np.linalg.norm(theirs)
        own = np.linalg.norm(finer - theirs) / size
        gap = np.linalg.norm(flat(tensors(ours[key])) - first - theirs) / size
        allowed = max(1e-2, 2 * own)
        good &= report(name, f"update by {count} steps of Adam, gap in norm", gap, allowed, np.abs(theirs).max())
        print(f"{name:9} {'  the same, PyTorch in float64 and in float32':52} {own:.2e}")
sys.exit(0 if good else 1)
