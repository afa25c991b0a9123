import io

import pytest
from PIL import Image

from chancery.core.refusal import Refused
from chancery.records.documents import actions, apart, inspect_image, queries, store
from chancery.records.documents.colour import coloured_dots
from chancery.records.documents.metadata import clean
from chancery.records.documents.models import Deposit, File
from chancery.records.documents.tests import pictures, samples
from chancery.records.documents.tests.pictures import drawn, image, photograph, saved
from chancery.records.documents.tests.samples import AT
from chancery.treaties import hague, madrid

SECRETS = (b"Ada", b"Camera", b"GPS", b"Geneva")


def measured(data):
    return inspect_image.inspect(data).measures


def keep(data, *, by=7, field=""):
    return actions.keep_image(data, name="lamp.jpg", by=by, at=AT, field=field)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_picture_is_measured(kind):
    found = measured(image(kind))
    assert (found.format, found.width, found.height, found.dpi) == (kind, 600, 450, 300)
    assert (found.colour_mode, found.coloured, found.border, found.background_uniform) == ("RGB", True, 10, True)
    assert (found.width_cm, found.height_cm) == (5.08, 3.81)
    assert found.size == len(image(kind))


@pytest.mark.parametrize(
    ("kind", "mode", "told"),
    [
        ("JPEG", "L", "grey"),
        ("JPEG", "CMYK", "CMYK"),
        ("PNG", "P", "indexed"),
        ("PNG", "1", "bilevel"),
        ("PNG", "RGBA", "RGB"),
        ("TIFF", "CMYK", "CMYK"),
        ("TIFF", "1", "bilevel"),
    ],
)
def test_the_colours_are_told_as_they_are_stored(kind, mode, told):
    found = measured(image(kind, mode=mode))
    assert found.colour_mode == told
    assert found.coloured == (mode not in {"L", "1"})
    assert (found.border, found.background_uniform) == (10, True)


def test_sixteen_bits_of_grey_are_grey_and_keep_their_shape():
    deep = drawn(mode="L").convert("I;16").point(lambda level: level * 256)
    found = measured(saved(deep, "PNG"))
    assert (found.colour_mode, found.border, found.coloured) == ("grey", 10, False)


def test_a_grey_picture_in_rgb_shows_no_colour():
    found = measured(saved(drawn(mode="L").convert("RGB")))
    assert (found.colour_mode, found.coloured) == ("RGB", False)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_resolution_that_is_not_stated_is_not_guessed(kind):
    found = measured(image(kind, dpi=None))
    assert found.dpi is None
    assert found.width_cm == 5.08


def test_notes_without_a_resolution_state_none():
    assert measured(saved(drawn(), dpi=None, exif=pictures.notes(turned=1))).dpi is None


def test_the_widest_margin_counts():
    picture = Image.new("RGB", (600, 450), "white")
    picture.paste((0, 0, 0), (5, 5, 590, 445))
    assert measured(saved(picture, "PNG")).border == 10


def test_three_stripes_have_no_background():
    picture = Image.new("RGB", (600, 450), "white")
    picture.paste((0, 0, 0), (0, 0, 200, 450))
    picture.paste((200, 0, 0), (400, 0, 600, 450))
    found = measured(saved(picture, "PNG"))
    assert (found.border, found.background_uniform) == (None, False)


def test_a_background_of_many_colours_is_told():
    picture = Image.linear_gradient("L").resize((600, 450)).convert("RGB")
    picture.paste((20, 60, 160), (100, 100, 500, 350))
    assert measured(saved(picture)).background_uniform is False


def test_a_picture_of_one_colour_is_a_picture():
    found = measured(saved(Image.new("RGB", (300, 300), (200, 0, 120)), "PNG"))
    assert (found.border, found.background_uniform, found.coloured) == (None, True, True)


def test_a_turned_photograph_is_measured_as_it_is_seen():
    found = measured(photograph(turned=6))
    assert (found.width, found.height) == (450, 600)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
@pytest.mark.django_db
def test_where_a_photograph_was_taken_is_not_kept(kind):
    brought = photograph(kind, turned=6)
    kept = keep(brought, field="views.0")
    data = queries.content(kept.sha256)
    assert any(secret in brought for secret in SECRETS)
    assert not any(secret in data for secret in SECRETS)
    assert 0x8825 not in Image.open(io.BytesIO(data)).getexif()
    (told,) = queries.cleaned(kept.removed, field="views.0")
    assert "where the picture was taken" in told.message
    assert (told.severity, told.field) == ("hint", "views.0")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_no_dot_changes_when_a_picture_is_cleaned(kind):
    brought = photograph(kind, turned=6)
    cleaned = clean(brought, kind)
    before, after = Image.open(io.BytesIO(brought)), Image.open(io.BytesIO(cleaned.data))
    assert before.tobytes() == after.tobytes()
    assert after.getexif().get(0x0112) == before.getexif().get(0x0112)
    assert clean(cleaned.data, kind).data == cleaned.data
    assert clean(cleaned.data, kind).removed == ()


def test_a_profile_of_colours_stays():
    brought = saved(drawn(), icc_profile=b"not a real profile", exif=pictures.notes())
    assert Image.open(io.BytesIO(clean(brought, "JPEG").data)).info["icc_profile"] == b"not a real profile"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
@pytest.mark.django_db
def test_a_clean_picture_is_kept_as_it_was_brought(kind):
    kept = keep(image(kind))
    assert kept.sha256 == store.address(image(kind))
    assert kept.removed == ()
    assert kept.media_type == f"image/{kind.lower()}"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_follows_a_picture_is_cut_off(kind):
    cleaned = clean(image(kind) + b"PK and the plans", kind)
    assert cleaned.data == image(kind)
    assert cleaned.removed == ("notes",)


def test_words_in_a_png_are_cut_out():
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_text("Author", "Ada Alvarez")
    words.add_itxt("XML:com.adobe.xmp", "<exif:GPSLatitude>46</exif:GPSLatitude>")
    cleaned = clean(saved(drawn(), "PNG", pnginfo=words), "PNG")
    assert cleaned.removed == ("place", "notes")
    assert b"Ada" not in cleaned.data


REFUSED = {
    "nothing": (lambda: b"", "is empty"),
    "a GIF": (lambda: saved(drawn(), "GIF", dpi=None), r"another kind \(GIF\)"),
    "a WebP": (lambda: b"RIFF\x24\0\0\0WEBPVP8 " + bytes(32), r"\(WebP\)"),
    "a telephone's HEIC": (lambda: b"\0\0\0\x18ftypheic" + bytes(32), r"\(HEIC\)"),
    "a drawing in SVG": (lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', r"\(SVG\)"),
    "a PDF": (samples.pdf, r"\(PDF\)"),
    "a text": (lambda: b"once upon a time", "not a JPEG, PNG or TIFF picture. Save it"),
    "half a JPEG": (lambda: image()[:2000], "damaged or incomplete"),
    "half a PNG": (lambda: image("PNG")[:-40], "damaged or incomplete"),
    "half a TIFF": (lambda: image("TIFF")[:1000], "damaged or incomplete"),
    "a bomb": (pictures.bomb, "more than 50 million dots"),
    "a smaller bomb": (lambda: pictures.bomb(8000, 7000), "more than 50 million dots"),
    "several pages": (lambda: saved(drawn(), "TIFF", save_all=True, append_images=[drawn()]), "several pictures"),
    "a moving PNG": (
        lambda: saved(drawn(), "PNG", save_all=True, append_images=[drawn(border=20)]), "several pictures"
    ),
    "dots in fractions": (lambda: saved(drawn(mode="L").convert("F"), "TIFF"), "unusual way"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.django_db
def test_what_is_no_single_sound_picture_is_refused(case, settings):
    make, said = REFUSED[case]
    with pytest.raises(Refused, match=said) as refusal:
        keep(make(), field="shown.0.views.1")
    assert {finding.field for finding in refusal.value.findings} == {"shown.0.views.1"}
    assert not File.objects.exists()
    assert not settings.FILES_DIR.exists()


def test_a_picture_over_the_limit_is_refused_by_its_size_alone(settings, monkeypatch):
    monkeypatch.setattr(apart, "run", None)
    settings.UPLOAD_LIMIT = 1000
    with pytest.raises(Refused, match="at most"):
        inspect_image.inspect(image())


def test_the_largest_picture_fits_into_the_worker():
    found = measured(saved(Image.new("RGB", (7000, 7000), "white"), "JPEG"))
    assert found.width == 7000


def test_a_worker_without_memory_does_not_take_the_server_down(monkeypatch):
    monkeypatch.setattr(apart, "MEMORY_BYTES", 160 * 2**20)
    with pytest.raises(Refused, match="more memory or time"):
        inspect_image.inspect(saved(Image.new("RGB", (7000, 7000), "white"), "JPEG"))


@pytest.mark.django_db
def test_a_picture_is_measured_once(monkeypatch):
    first = keep(image())
    monkeypatch.setattr(inspect_image, "inspect", None)
    again = keep(image(), by=8)
    assert again.sha256 == first.sha256
    assert again.measures == first.measures == queries.measured_image(first.sha256)
    assert queries.measured(first.sha256) is None
    assert queries.measured_images([first.sha256, "no such"]) == {first.sha256: first.measures}


@pytest.mark.django_db
def test_a_small_picture_is_made_once():
    kept = keep(image("TIFF"))
    small = queries.small_picture(kept.sha256)
    with Image.open(queries.open_file(small)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (480, 360))
    assert keep(image("TIFF"), by=8).sha256 == kept.sha256
    assert File.objects.count() == 2
    assert queries.verify().is_sound


@pytest.mark.django_db(transaction=True)
def test_a_small_picture_goes_with_the_last_of_its_pictures():
    first, second = keep(image("TIFF")), keep(saved(drawn(), "TIFF", compression="tiff_lzw"), by=8)
    small = queries.small_picture(first.sha256)
    assert queries.small_picture(second.sha256) == small
    assert actions.forget_person(7, named=lambda _: False, at=AT)["documents.File"] == 1
    assert File.objects.filter(pk=small).exists()
    actions.forget_files([second.sha256], named=lambda _: False)
    assert not File.objects.exists()
    assert not Deposit.objects.exists()
    assert list(store.current().hashes()) == []


GOOD = {
    "format": "JPEG",
    "width": 600,
    "height": 450,
    "dpi": 300,
    "colour_mode": "RGB",
    "border": 10,
    "background_uniform": True,
}


BROKEN_ALONE = {
    "reproductions_are_jpg_or_tiff": lambda: image("PNG"),
    "reproductions_have_three_hundred_dots_an_inch": lambda: image(dpi=200),
    "reproductions_are_between_three_and_sixteen_centimetres": lambda: image(size=(600, 300)),
    "reproductions_have_a_narrow_border": lambda: image(border=30),
    "reproductions_are_in_rgb_or_grey": lambda: image(mode="CMYK"),
    "reproductions_have_at_most_two_megabytes": lambda: saved(drawn((1200, 900)), "TIFF"),
    "reproductions_have_a_plain_background": lambda: saved(_on_a_table()),
}
"""The rule of Hague that a picture breaks, and no other."""


def _on_a_table():
    picture = drawn()
    picture.paste((150, 90, 40), (0, 300, 8, 450))
    return picture


def _broken(data):
    view = hague.View(legend="front", measure=hague.ReproductionMeasure(**measured(data).view()))
    shown = (hague.Design(product="Lamp", subclass="26-05", views=(view,)),)
    found = hague.check(hague.Application(shown=shown), on=AT.date())
    return {one.rule for one in found} & set(BROKEN_ALONE)


def test_a_good_picture_breaks_no_rule_of_the_hague():
    assert _broken(image()) == set()
    assert {key: value for key, value in measured(image()).view().items() if key != "size"} == GOOD


@pytest.mark.parametrize("rule", BROKEN_ALONE)
def test_a_picture_can_break_one_rule_of_the_hague_alone(rule):
    assert _broken(BROKEN_ALONE[rule]()) == {rule}


@pytest.mark.django_db
def test_a_picture_of_a_mark_is_measured_for_madrid():
    plain = queries.reproduction(keep(image("PNG", mode="L")).sha256)
    assert madrid.Reproduction(**plain) == madrid.Reproduction(
        format="PNG", width_cm=5.08, height_cm=3.81, size=len(image("PNG", mode="L")), colour=False
    )


@pytest.mark.parametrize(
    ("act", "data", "media_type", "kind"),
    [
        (actions.keep_sound, pictures.WAV, "audio/wav", "WAV"),
        (actions.keep_sound, pictures.MP3, "audio/mpeg", "MP3"),
        (actions.keep_video, pictures.MP4, "video/mp4", "MP4"),
    ],
)
@pytest.mark.django_db
def test_a_sound_or_film_without_notes_is_kept_as_it_is(act, data, media_type, kind):
    kept = act(data, name="mark", by=7, at=AT)
    assert kept.media_type == media_type
    assert queries.content(kept.sha256) == data
    assert queries.reproduction(kept.sha256) == {"format": kind, "size": len(data)}
    assert queries.measured_image(kept.sha256) is None


@pytest.mark.parametrize("act", [actions.keep_sound, actions.keep_video])
@pytest.mark.parametrize("data", [b"", image(), b"once upon a time", b"\xff\xff\xff\xff", b"\0\0\0\x18ftypqt  "])
@pytest.mark.django_db
def test_what_is_no_sound_or_film_is_refused(act, data):
    with pytest.raises(Refused):
        act(data, name="mark", by=7, at=AT)
    assert not File.objects.exists()


@pytest.mark.django_db
def test_a_film_is_no_sound_and_a_large_one_is_refused(settings):
    with pytest.raises(Refused, match=r"\(MP4\)"):
        actions.keep_sound(pictures.MP4, name="mark", by=7, at=AT, field="mark.file")
    settings.UPLOAD_LIMIT = 10
    with pytest.raises(Refused, match="at most"):
        actions.keep_video(pictures.MP4, name="mark", by=7, at=AT)


def test_dark_blue_is_a_colour():
    assert coloured_dots(Image.new("RGB", (10, 10), (23, 54, 92))) == 100
    assert coloured_dots(Image.new("RGB", (10, 10), (70, 80, 92))) == 0
