"""Writes evaluated.json: what Keras measures of small models, for evaluateKeras.test.ts.

Keras comes with `npm run bench -- --install`; then: .cache/bench/venv/bin/python test/networks/training/keras/make.py
"""

import json
import os
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import numpy as np
import tensorflow
from keras import losses, metrics

COUNT = 24
FEATURES = 4
random = np.random.default_rng(7)


def eighths(*shape, spread=1.0):
    """Short numbers, which JSON and float32 hold exactly."""
    return np.round(random.normal(0, spread, shape) * 8).astype("float32") / 8


def class_numbers(classes, *shape):
    return random.integers(0, classes, (COUNT, *shape)).astype("float32")


def one_hot(classes, *shape):
    return np.eye(classes, dtype="float32")[class_numbers(classes, *shape).astype(int)]


def smooth(labels):
    return (labels * 0.875 + 0.125 / labels.shape[-1]).astype("float32")


def bits(units):
    return random.integers(0, 2, (COUNT, units)).astype("float32")


def shares(units):
    drawn = random.integers(1, 9, (COUNT, units)).astype("float32")
    return drawn / drawn.sum(-1, keepdims=True)


def signs(units):
    return bits(units) * 2 - 1


# name: units, activation, loss by its name here, Keras's loss, Keras's accuracy, labels by form
def kinds():
    sparse, categorical, binary = (
        losses.SparseCategoricalCrossentropy,
        losses.CategoricalCrossentropy,
        losses.BinaryCrossentropy,
    )
    column = lambda labels: labels[:, None]
    numbers = class_numbers(3)
    yield "softmax, class numbers", 3, "softmax", "sparseCategoricalCrossentropy", sparse(), "sparse_categorical_accuracy", {"[n]": numbers, "[n, 1]": column(numbers)}
    yield "softmax of 300, class numbers", 300, "softmax", "sparseCategoricalCrossentropy", sparse(), "sparse_categorical_accuracy", {"[n]": class_numbers(300)}
    hot = one_hot(3)
    yield "softmax, one-hot", 3, "softmax", "categoricalCrossentropy", categorical(), "categorical_accuracy", {"[n, 3]": hot, "smooth": smooth(hot)}
    yield "softmax of 2, one-hot", 2, "softmax", "categoricalCrossentropy", categorical(), "categorical_accuracy", {"[n, 2]": one_hot(2)}
    unit = bits(1)
    yield "one sigmoid", 1, "sigmoid", "binaryCrossentropy", binary(), "binary_accuracy", {"[n]": unit[:, 0], "[n, 1]": unit}
    yield "several sigmoids", 4, "sigmoid", "binaryCrossentropy", binary(), "binary_accuracy", {"[n, 4]": bits(4)}
    yield "logits of classes", 3, "linear", "softmaxCrossEntropy", categorical(from_logits=True), "categorical_accuracy", {"[n, 3]": one_hot(3)}
    # The accuracy of logits is asked at 0, which is a half of their sigmoid.
    yield "logits of bits", 4, "linear", "sigmoidCrossEntropy", binary(from_logits=True), metrics.BinaryAccuracy(threshold=0), {"[n, 4]": bits(4)}
    yield "logit of one bit", 1, "linear", "sigmoidCrossEntropy", binary(from_logits=True), metrics.BinaryAccuracy(threshold=0), {"[n, 1]": bits(1)}
    yield "softmax, squares", 3, "softmax", "meanSquaredError", losses.MeanSquaredError(), "categorical_accuracy", {"[n, 3]": one_hot(3)}
    yield "sigmoid, squares", 1, "sigmoid", "meanSquaredError", losses.MeanSquaredError(), "binary_accuracy", {"[n, 1]": bits(1)}
    yield "softmax, divergence", 3, "softmax", "kullbackLeiblerDivergence", losses.KLDivergence(), "categorical_accuracy", {"[n, 3]": shares(3)}
    yield "scores, categorical hinge", 3, "linear", "categoricalHinge", losses.CategoricalHinge(), "categorical_accuracy", {"[n, 3]": one_hot(3)}
    yield "scores, hinge", 1, "tanh", "hinge", losses.Hinge(), None, {"[n, 1]": signs(1)}
    yield "scores, squared hinge", 2, "tanh", "squaredHinge", losses.SquaredHinge(), None, {"[n, 2]": signs(2)}
    yield "maps of classes, numbers", 3, "softmax", "sparseCategoricalCrossentropy", sparse(), "sparse_categorical_accuracy", {"[n, 2, 2, 1]": class_numbers(3, 2, 2, 1)}
    yield "maps of classes, one-hot", 3, "softmax", "categoricalCrossentropy", categorical(), "categorical_accuracy", {"[n, 2, 2, 3]": one_hot(3, 2, 2)}
    numbers = eighths(COUNT, 1, spread=2)
    yield "one number", 1, "linear", "meanSquaredError", losses.MeanSquaredError(), None, {"[n]": numbers[:, 0], "[n, 1]": numbers}
    for name, loss, positive in [
        ("meanSquaredError", losses.MeanSquaredError(), False),
        ("meanAbsoluteError", losses.MeanAbsoluteError(), False),
        ("meanAbsolutePercentageError", losses.MeanAbsolutePercentageError(), False),
        ("meanSquaredLogarithmicError", losses.MeanSquaredLogarithmicError(), True),
        ("logcosh", losses.LogCosh(), False),
        ("poisson", losses.Poisson(), True),
        ("cosineProximity", losses.CosineSimilarity(), False),
    ]:
        labels = eighths(COUNT, 2, spread=2)
        yield f"two numbers, {name}", 2, "softplus" if positive else "linear", name, loss, None, {"[n, 2]": np.abs(labels) if positive else labels}


def numbers_of(array):
    return {"shape": list(array.shape), "values": [round(float(value), 9) for value in array.flatten()]}


found = []
for name, units, activation, loss_name, loss, accuracy, forms in kinds():
    for form, labels in forms.items():
        places = (2, 2) if name.startswith("maps") else ()
        inputs = eighths(COUNT, *places, FEATURES)
        kernel, bias = eighths(FEATURES, units), eighths(units, spread=0.5)
        model = keras.Sequential([keras.Input((*places, FEATURES)), keras.layers.Dense(units, activation=activation)])
        model.layers[0].set_weights([kernel, bias])
        model.compile(loss=loss, run_eagerly=True, metrics=[] if accuracy is None else [accuracy])
        measured = model.evaluate(inputs, labels, batch_size=COUNT, verbose=0, return_dict=True)
        outputs = model.predict(inputs, verbose=0)
        row = {
            "name": f"{name}, labels {form}",
            "units": units,
            "activation": activation,
            "loss": loss_name,
            "inputs": numbers_of(inputs),
            "kernel": numbers_of(kernel),
            "bias": numbers_of(bias),
            "labels": numbers_of(labels),
            "keras": {"loss": measured.pop("loss"), "accuracy": next(iter(measured.values()), None)},
        }
        if units > 1 and accuracy in ("sparse_categorical_accuracy", "categorical_accuracy"):
            row["keras"]["predicted"] = [int(best) for best in outputs.argmax(-1).flatten()]
            row["keras"]["confidence"] = [round(float(share), 7) for share in keras.ops.max(outputs if activation == "softmax" else keras.ops.softmax(outputs), -1).numpy().flatten()]
        if name == "softmax, class numbers" and form == "[n]":
            row["keras"]["perClass"] = []
            wanted = np.eye(units)[labels.astype(int)]
            f1 = metrics.F1Score()
            f1.update_state(wanted, outputs)
            for index in range(units):
                both = metrics.Precision(top_k=1, class_id=index), metrics.Recall(top_k=1, class_id=index)
                for metric in both:
                    metric.update_state(wanted, outputs)
                precision, recall = (float(metric.result()) for metric in both)
                row["keras"]["perClass"].append({"precision": precision, "recall": recall, "f1": float(f1.result()[index])})
        found.append(row)

versions = {"keras": keras.__version__, "tensorflow": tensorflow.__version__, "numpy": np.__version__}
rows = ",\n".join(f"    {json.dumps(row, separators=(',', ':'))}" for row in found)
again = ".cache/bench/venv/bin/python test/networks/training/keras/make.py"
text = f'{{\n  "again": {json.dumps(again)},\n  "versions": {json.dumps(versions)},\n  "rows": [\n{rows}\n  ]\n}}\n'
Path(__file__).with_name("evaluated.json").write_text(text)
print(len(found), "rows,", len(text), "bytes")
