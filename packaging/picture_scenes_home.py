"""Scenes of cards and tests: money, the people at home, days and hours, and danger."""

from __future__ import annotations

from picture_shapes import (
    GROUND,
    Disc,
    H,
    L,
    Line,
    Parts,
    T,
    arc,
    arrow,
    box,
    curve,
    line,
    outline,
    ring,
    rows,
    solid,
    wave,
)
from picture_things import (
    calendar_page,
    coin,
    crossed,
    diamond,
    drop,
    house,
    key,
    leaf,
    open_book,
    rings_of_a_phone,
    sack,
    stack_of_coins,
)

HOME: dict[str, Parts] = {
    # Money
    "mobile_money": (
        L("smartphone", -40, 8, 285), *coin(305, 88, 72), *stack_of_coins(305, 275, 4, 135)
    ),
    "coins_and_notes": (
        box(25, 20, 350, 135, 13),
        ring(200, 92, 40, 12),
        Disc(75, 92, 11),
        Disc(325, 92, 11),
        *coin(110, 234, 50),
        *stack_of_coins(285, 280, 4, 130),
    ),
    "sacco": (L("landmark", -2, 12, 275), *coin(328, 205, 62)),
    "home_money": (
        *house(40, 15, 320, 270, 14),
        box(100, 155, 200, 100, 11),
        ring(200, 205, 26, 11),
        Disc(130, 205, 8),
        Disc(270, 205, 8),
    ),
    "school_fees": (L("backpack", -12, 30, 255), L("book", 240, 5, 140), *coin(310, 222, 58)),
    "rain_harvest": (
        L("cloud-rain", 80, 0, 170),
        L("sun", 275, 5, 112),
        line((10, 290), (390, 290), width=9),
        L("sprout", 15, 190, 108),
        L("sprout", 122, 176, 124),
        line((320, 288), (320, 160), width=9),
        *leaf(320, 265, 78, -155),
        *leaf(320, 265, 78, -25),
        *leaf(320, 228, 66, -155),
        *leaf(320, 228, 66, -25),
        *leaf(320, 196, 60, -90),
    ),
    "field": (
        line((12, 290), (388, 290), width=12),
        L("sprout", -2, 165, 125),
        L("sprout", 98, 165, 125),
        L("sprout", 198, 165, 125),
        line((385, 265), (262, 25), width=17),
        solid((252, 18), (280, 40), (215, 92), (190, 62)),
    ),
    "feast": (
        L("gift", -2, 35, 240), T("glass-full", 220, -5, 150), T("glass-full", 265, 130, 150)
    ),
    "sick_person": (
        line((25, 100), (25, 285), width=16),
        line((25, 240), (375, 240), width=18),
        line((375, 165), (375, 285), width=16),
        line((55, 212), (125, 212), width=26),
        Disc(95, 165, 32),
        solid((148, 222), (148, 178), (185, 160), (270, 172), (352, 195), (352, 222)),
        H("devices/thermometer", 205, -8, 150),
    ),
    "house_fire": (
        line((100, 190), (100, 285), (300, 285), (300, 190), width=13),
        line((70, 200), (200, 122), (330, 200), width=16),
        L("flame", 145, -2, 112),
        L("flame", 60, 60, 92),
        L("flame", 248, 60, 92),
        L("flame", 155, 178, 90),
    ),
    "theft": (
        T("lock-open", 5, 30, 190),
        box(205, 175, 180, 110, 13),
        outline((205, 168), (240, 85), (392, 85), (385, 168), width=11),
    ),
    "old_age": (H("people/old_man", 20, -25, 350),),
    "calculator": (
        box(95, 12, 210, 276, 14),
        box(128, 45, 144, 55, 10),
        *(solid((x, y), (x + 26, y), (x + 26, y + 22), (x, y + 22)) for x, y in rows((130, 187, 244), (135, 185, 235))),
    ),
    "passbook": (
        *open_book(),
        *(line((left, y), (left + 140, y), width=6) for left, y in rows((40, 220), (100, 150, 200))),
        *(Disc(x, y, 11) for x, y in rows((50, 80, 110, 140, 170), (72, 175))),
        *(Disc(x, 125, 11) for x in (50, 80, 110)),
        *(cross for x in (140, 170) for cross in crossed(x, 125)),
        *(Disc(x, 228, 11) for x in (50, 80)),
        *(cross for x in (110, 140, 170) for cross in crossed(x, 228)),
        *(Disc(x, 72, 11) for x in (230, 260, 290)),
        *(cross for x in (320, 350) for cross in crossed(x, 72)),
    ),
    "three_keys": (
        *key(62, 15, 270), *key(190, 15, 270), *key(318, 15, 270)
    ),
    "counting_money": (
        solid((168, 5), (232, 5), (232, 30), (168, 30)),
        T("hand-finger-down", 125, 22, 150),
        *stack_of_coins(68, 268, 6, 105),
        *stack_of_coins(200, 268, 4, 105),
        *stack_of_coins(332, 268, 5, 105),
        line((10, 290), (390, 290), width=6),
    ),
    "share_out": (
        *sack(200, 5, 125, 118),
        *arrow((128, 112), (80, 158)),
        *arrow((200, 138), (200, 175)),
        *arrow((272, 112), (320, 158)),
        *(H("people/person", x, 172, 140) for x in (-5, 130, 265)),
    ),

    # People
    "family": (
        H("people/man", -66, 36, 272),
        H("people/woman", 192, 36, 272),
        H("people/boy_0105y", 70, 142, 178),
        H("people/girl_0105y", 142, 142, 178),
        GROUND,
    ),
    "baby": (
        Disc(190, 52, 46),
        line(
            *curve((85, 285), (85, 190), (95, 125), (190, 125)),
            *curve((194, 125), (290, 125), (305, 190), (305, 285)),
            width=16,
        ),
        Disc(158, 180, 29),
        solid(
            *curve((188, 188), (215, 165), (265, 175), (272, 215)),
            *curve((272, 218), (240, 250), (175, 245), (165, 222)),
        ),
        line(*curve((95, 232), (130, 285), (245, 295), (292, 228)), width=24),
    ),
    "blind_person": (
        H("exercise/walking", 10, -5, 300),
        line((215, 150), (340, 280), width=10),
        Line(arc(340, 285, 48, 30, -160, -20), 6),
        line((20, 292), (385, 292), width=6),
    ),
    "home_visit": (
        *house(125, 118, 150, 168),
        line((178, 285), (178, 235), (222, 235), (222, 285), width=11),
        H("people/woman", -50, 88, 214),
        H("people/man", 236, 88, 214),
        T("message", 40, -2, 100),
        T("message", 260, -2, 100, mirrored=True),
    ),

    # Time, and what is written
    "clock": (
        ring(200, 150, 132, 16),
        line((200, 38), (200, 58), width=12),
        line((200, 242), (200, 262), width=12),
        line((88, 150), (108, 150), width=12),
        line((292, 150), (312, 150), width=12),
        line((200, 150), (200, 72), width=16),
        line((200, 150), (258, 184), width=16),
    ),
    "calendar": (
        *calendar_page(),
        *(Disc(x, y, 9) for x, y in rows((95, 148, 200, 252, 305), (135, 175, 216, 256))),
        *(ring(x, y, 20, 8) for x, y in ((252, 175), (305, 216))),
    ),
    "notebook": (
        *open_book(0.72, 45),
        *(line((32, y), (122, y), width=8) for y in (105, 140, 175)),
        line((178, 105), (262, 105), width=8),
        line((178, 140), (225, 140), width=8),
        L("pencil", 284, 136, 114),
    ),

    # Danger, and help
    "kitchen_fire": (
        wave(140, 15, 60, 11),
        wave(200, 15, 60, 11),
        wave(260, 15, 60, 11),
        line((70, 100), (330, 100), width=18),
        line(
            (95, 100),
            *curve((95, 130), (100, 185), (130, 195), (160, 195)),
            *curve((240, 195), (270, 195), (300, 185), (305, 130)),
            (305, 100),
            width=14,
        ),
        line((60, 130), (95, 130), width=13),
        line((305, 130), (340, 130), width=13),
        L("flame", 110, 205, 85),
        L("flame", 160, 205, 85),
        L("flame", 210, 205, 85),
        solid(*arc(80, 285, 36, 55, 180, 360)),
        solid(*arc(320, 285, 36, 55, 180, 360)),
    ),
    "protective_gear": (
        L("hard-hat", 20, -16, 180),
        H("ppe/ppe_face_mask", 205, -10, 190),
        H("ppe/ppe_gloves", 100, 122, 190),
    ),
    "phone": (
        L("smartphone", 70, 20, 260), *rings_of_a_phone(112, 288, 155)
    ),
    "phone_call": (L("smartphone", 20, 10, 210), *rings_of_a_phone(62, 190, 100), T("hand-finger", 205, 130, 170)),
    "weighing": (
        *sack(160, 15, 165, 205),
        line((40, 235), (280, 235), width=18),
        line((60, 240), (60, 275), width=16),
        line((260, 240), (260, 275), width=16),
        line((30, 284), (370, 284), width=14),
        line((325, 284), (325, 128), width=16),
        ring(325, 75, 52, 14),
        line((325, 75), (350, 50), width=11),
        Disc(325, 75, 9),
    ),
    "hanging_scale": (
        line((110, 14), (290, 14), width=16),
        line((200, 14), (200, 32), width=12),
        ring(200, 86, 50, 14),
        line((200, 86), (225, 60), width=11),
        Disc(200, 86, 9),
        *sack(200, 145, 160, 148),
    ),
    "sign_fire": (
        diamond(), L("flame", 125, 48, 150), line((150, 215), (250, 215), width=14)
    ),
    "sign_poison": (
        diamond(),
        L("skull", 134, 42, 132),
        line((152, 190), (248, 226), width=16),
        line((248, 190), (152, 226), width=16),
    ),
    "sign_electricity": (
        outline((200, 15), (370, 285), (30, 285), width=16),
        solid((218, 80), (150, 195), (195, 195), (175, 262), (250, 168), (203, 168)),
    ),
    "sign_corrosive": (
        diamond(),
        drop(200, 42, 80),
        L("hand-helping", 138, 116, 128),
    ),
}  # fmt: skip
