"""One measured run of PyTorch or Keras in a process of its own. Prints one line of JSON."""

import json
import os
import platform
import resource
import sys
import time

task = json.loads(sys.argv[1])
threads = task["threads"]
for name in ("OMP_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"):
    os.environ[name] = str(threads)
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import numpy as np


def digits_from(path):
    data = np.fromfile(path, dtype=np.uint8)
    count = data.size // 785
    images = data[: count * 784].reshape(count, 28, 28, 1).astype("float32") / 255
    return images, data[count * 784 :].astype("int64")


def timed(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def median_of(work, runs=100):
    return sorted(timed(work) for _ in range(runs))[runs // 2]


def pytorch(images, labels, test):
    import torch
    from torch import nn

    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)
    pool = {"mnistCnn": nn.MaxPool2d, "lenet5": nn.AvgPool2d}[task["model"]]
    act = {"mnistCnn": nn.ReLU, "lenet5": nn.Tanh}[task["model"]]
    if task["model"] == "mnistCnn":
        convs = [nn.Conv2d(1, 32, 5), act(), pool(2), nn.Conv2d(32, 64, 5), act(), pool(2)]
        dense = [nn.Linear(1024, 64), act(), nn.Linear(64, 10)]
    else:
        convs = [nn.Conv2d(1, 6, 5, padding=2), act(), pool(2), nn.Conv2d(6, 16, 5), act(), pool(2)]
        dense = [nn.Linear(400, 120), act(), nn.Linear(120, 84), act(), nn.Linear(84, 10)]
    model = nn.Sequential(*convs, nn.Flatten(), *dense)
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    loss_of = nn.CrossEntropyLoss()
    inputs = torch.from_numpy(images).permute(0, 3, 1, 2).contiguous()
    wanted = torch.from_numpy(labels)

    def epoch(count):
        order = torch.randperm(count)
        loss_sum, correct = 0.0, 0
        for start in range(0, count, task["batch"]):
            rows = order[start : start + task["batch"]]
            y = wanted[rows]
            optimizer.zero_grad()
            logits = model(inputs[rows])
            loss = loss_of(logits, y)
            loss.backward()
            optimizer.step()
            loss_sum += loss.item() * len(rows)
            correct += int((logits.argmax(1) == y).sum())

    epoch(5 * task["batch"])
    started = time.process_time()
    seconds = timed(lambda: epoch(len(images)))
    processor = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    all_test = torch.from_numpy(test).permute(0, 3, 1, 2).contiguous()

    def batches():
        with torch.no_grad():
            for part in all_test.split(500):
                torch.softmax(model(part), 1).numpy()

    def single():
        with torch.no_grad():
            torch.softmax(model(all_test[:1]), 1).numpy()

    with torch.no_grad():
        model(all_test[:500])
    versions = {"python": platform.python_version(), "torch": torch.__version__}
    return {"seconds": seconds, "processor": processor, "peak": peak, "batches": timed(batches), "single": median_of(single), "versions": versions}


def keras(images, labels, test):
    import tensorflow as tf
    from keras import Sequential, layers

    act, pool = {
        "mnistCnn": ("relu", layers.MaxPooling2D),
        "lenet5": ("tanh", layers.AveragePooling2D),
    }[task["model"]]
    if task["model"] == "mnistCnn":
        parts = [layers.Conv2D(32, 5, activation=act), pool(2), layers.Conv2D(64, 5, activation=act), pool(2)]
        dense = [64]
    else:
        parts = [layers.Conv2D(6, 5, padding="same", activation=act), pool(2), layers.Conv2D(16, 5, activation=act), pool(2)]
        dense = [120, 84]
    hidden = [layers.Dense(units, activation=act) for units in dense]
    model = Sequential(
        [layers.Input((28, 28, 1)), *parts, layers.Flatten(), *hidden, layers.Dense(10, activation="softmax")]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    some = 5 * task["batch"]
    options = {"batch_size": task["batch"], "verbose": 0}
    model.fit(images[:some], labels[:some], **options)
    started = time.process_time()
    seconds = timed(lambda: model.fit(images, labels, **options))
    processor = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    batches = lambda: model.predict(test, batch_size=500, verbose=0)
    single = lambda: model(test[:1], training=False).numpy()
    model.predict(test[:500], batch_size=500, verbose=0)
    single()
    import keras as package

    versions = {"keras": package.__version__, "tensorflow": tf.__version__}
    return {"seconds": seconds, "processor": processor, "peak": peak, "batches": timed(batches), "single": median_of(single), "versions": versions}


images, labels = digits_from(task["digits"])
test_images, _ = digits_from(task["test"])
print(json.dumps({"pytorch": pytorch, "keras": keras}[task["contestant"]](images, labels, test_images)))
