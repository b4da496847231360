"""Makes the small pictures of this folder and pillow.json: what Pillow reads and resizes, for tests to compare with.

    python test/images/photographs/pictures/make.py
"""

import base64
import json
import pathlib

import PIL
from PIL import Image, ImageOps

FOLDER = pathlib.Path(__file__).parent
WIDTH, HEIGHT = 40, 24


def scene():
    """Slow changes of colour with a few edges, and no symmetry."""
    image = Image.new("RGB", (WIDTH, HEIGHT))
    for y in range(HEIGHT):
        for x in range(WIDTH):
            inside = (x - 12) ** 2 + (y - 9) ** 2 < 36
            color = (230, 180 - 4 * y, 40) if inside else (3 * x + 40, 7 * y + 30, 200 - 4 * x + 2 * y)
            image.putpixel((x, y), color)
    return image


def numbers(image):
    return base64.b64encode(image.convert("RGB").tobytes()).decode()


def main():
    source = scene()
    decoded = {}

    def keep(name, image, **options):
        image.save(FOLDER / name, **options)
        upright = ImageOps.exif_transpose(Image.open(FOLDER / name))
        decoded[name] = {"width": upright.width, "height": upright.height, "pixels": numbers(upright)}

    def keep_bytes(name, content):
        (FOLDER / name).write_bytes(content)
        image = Image.open(FOLDER / name)
        decoded[name] = {"width": image.width, "height": image.height, "pixels": numbers(image)}

    keep("plain.png", source)
    keep("gray.png", source.convert("L"))
    keep("palette.png", source.quantize(16))
    for name, subsampling in (("444", 0), ("422", 1), ("420", 2)):
        keep(f"{name}.jpg", source, quality=90, subsampling=subsampling)
    keep("progressive.jpg", source, quality=85, subsampling=2, progressive=True)
    keep("gray.jpg", source.convert("L"), quality=90)
    keep("cmyk.jpg", source.convert("CMYK"), quality=90)
    keep("odd.jpg", source.crop((0, 0, 37, 21)), quality=90, subsampling=2)
    # So narrow that libjpeg does not smooth the colours, and one that is not.
    for width in (1, 4, 5):
        for name, subsampling in (("422", 1), ("420", 2)):
            keep(f"narrow{width}-{name}.jpg", source.crop((10, 0, 10 + width, HEIGHT)), quality=90, subsampling=subsampling)
    # Red, green, blue as they are: told by Adobe's mark, by the letters of the components alone, and JFIF says otherwise.
    keep("rgb.jpg", source, quality=90, keep_rgb=True)
    marked = (FOLDER / "rgb.jpg").read_bytes()
    plain = marked[:2] + marked[18:]
    jfif = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    keep_bytes("rgb-letters.jpg", plain)
    keep_bytes("rgb-letters-jfif.jpg", plain[:2] + jfif + plain[2:])
    usual = (FOLDER / "420.jpg").read_bytes()
    keep_bytes("plain-420.jpg", usual[:2] + usual[20:])
    keep_bytes("adobe-0.jpg", usual[:2] + marked[2:18] + usual[20:])
    keep_bytes("jfif-adobe-0.jpg", usual[:20] + marked[2:18] + usual[20:])
    for orientation in range(1, 9):
        exif = source.getexif()
        exif[0x0112] = orientation
        keep(f"turned{orientation}.jpg", source, quality=90, subsampling=0, exif=exif)
    resized = [
        {"height": height, "width": width,
         "pixels": numbers(source.resize((width, height), Image.Resampling.BICUBIC))}
        for height, width in ((7, 11), (24, 10), (5, 40), (30, 55), (1, 1))
    ]
    result = {"pillow": PIL.__version__, "decoded": decoded, "resized": resized}
    (FOLDER / "pillow.json").write_text(json.dumps(result, indent=2) + "\n")


main()
