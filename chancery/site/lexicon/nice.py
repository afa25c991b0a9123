"""Texts for the translators, written by ``python -m chancery.site.lexicon_maker``. Do not edit."""

# ruff: noqa: E501

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop("Advertising, business management, organisation and administration, office functions"),
    gettext_noop("Alcoholic beverages except beer; alcoholic preparations for making beverages"),
    gettext_noop("Beers, non-alcoholic beverages, mineral waters, fruit drinks, syrups for beverages"),
    gettext_noop("Carpets, rugs, mats, linoleum, floor coverings, non-textile wall hangings"),
    gettext_noop("Clothing, footwear, headwear"),
    gettext_noop(
        "Coffee, tea, cocoa, rice, pasta, flour, bread, pastry, confectionery, sugar, honey, salt, condiments, spices, ice"
    ),
    gettext_noop("Common metals, ores, metal building materials, small hardware, metal containers, safes"),
    gettext_noop("Construction, installation, repair, mining extraction, oil and gas drilling"),
    gettext_noop("Corrective eyewear"),
    gettext_noop("Education, training, entertainment, sporting and cultural activities"),
    gettext_noop("Essential oils"),
    gettext_noop("Financial, monetary, banking, insurance, real estate services"),
    gettext_noop("Fire engines and rescue vehicles"),
    gettext_noop("Firearms, ammunition, projectiles, explosives, fireworks"),
    gettext_noop("Food and drink services, temporary accommodation"),
    gettext_noop("Furniture, mirrors, picture frames, non-metal storage containers, raw bone, horn, shell, amber"),
    gettext_noop("Games, toys, video game apparatus, gymnastic and sporting articles, Christmas tree decorations"),
    gettext_noop("Hand tools and implements (hand-operated), cutlery, side arms, razors"),
    gettext_noop("Heated clothing"),
    gettext_noop(
        "Household and kitchen utensils, cookware and tableware, combs and sponges, brushes, glassware, porcelain, earthenware"
    ),
    gettext_noop("Industrial oils, greases, wax; lubricants; fuels, illuminants; candles and wicks"),
    gettext_noop(
        "Industrial, scientific and agricultural chemicals; raw plastics and resins; fire-extinguishing compositions; industrial adhesives; manures"
    ),
    gettext_noop(
        "Installations for lighting, heating, cooling, steam, cooking, drying, ventilating, water supply, sanitation"
    ),
    gettext_noop(
        "Lace, braid, embroidery, ribbons, buttons, hooks, pins, artificial flowers, hair decorations, false hair"
    ),
    gettext_noop(
        "Leather and imitations, hides, luggage and bags, umbrellas, walking sticks, whips, saddlery, animal apparel"
    ),
    gettext_noop(
        "Legal services, security for protection of persons and property, dating and social network services, funerary services, babysitting"
    ),
    gettext_noop(
        "Machines, machine tools, motors and engines (not land vehicles), non-hand-operated farm tools, vending machines"
    ),
    gettext_noop(
        "Meat, fish, poultry, game, preserved fruit and vegetables, jellies, jams, eggs, milk products, edible oils and fats"
    ),
    gettext_noop(
        "Medical and veterinary services, hygienic and beauty care, agriculture, horticulture, forestry services"
    ),
    gettext_noop(
        "Medical, surgical, dental, veterinary apparatus; prostheses; orthopaedic and assistive articles; massage, nursing and sexual aids; sutures"
    ),
    gettext_noop("Musical instruments, stands, conductors' batons"),
    gettext_noop(
        "Non-medicated cosmetics, toiletries, dentifrices, perfumes; bleaching, cleaning, polishing preparations"
    ),
    gettext_noop(
        "Non-metallic building materials, rigid pipes, asphalt, pitch, tar, transportable buildings, monuments"
    ),
    gettext_noop(
        "Paints, varnishes, lacquers; rust and wood preservatives; colorants, inks for printing and marking; metal foil and powder for painting"
    ),
    gettext_noop(
        "Paper, cardboard, printed matter, stationery, artists' and teaching materials, plastic packaging film, printing blocks"
    ),
    gettext_noop(
        "Pharmaceuticals, medical and veterinary preparations; dietetic food and supplements; dressings; disinfectants; pesticides and herbicides"
    ),
    gettext_noop("Precious metals, jewellery, precious stones, clocks and watches"),
    gettext_noop(
        "Raw agricultural, horticultural, forestry products; fresh fruit and vegetables; live animals and plants; animal feed; malt"
    ),
    gettext_noop("Ropes, nets, tents, tarpaulins, sails, sacks, padding materials, raw fibrous textile materials"),
    gettext_noop(
        "Rubber, gutta-percha, asbestos, mica and substitutes; extruded plastics for manufacture; packing, stopping, insulating materials; flexible hoses"
    ),
    gettext_noop(
        "Scientific and technological services, research and design, industrial analysis, quality control, software and hardware design"
    ),
    gettext_noop(
        "Scientific, measuring, electrical, recording, IT and safety apparatus; software; data media; calculating devices; fire extinguishers"
    ),
    gettext_noop(
        "Spread over classes by their purpose. The heading of class 3 no longer names them; that much was seen."
    ),
    gettext_noop("Telecommunications"),
    gettext_noop("Textiles and substitutes, household linen, curtains"),
    gettext_noop("The alphabetical list of terms and the explanatory notes are not here: they are texts of WIPO."),
    gettext_noop("Tobacco and substitutes, cigarettes, cigars, e-cigarettes, smokers' articles, matches"),
    gettext_noop("Transport, packaging, storage of goods, travel arrangement"),
    gettext_noop("Treatment of materials, waste recycling, air and water purification, printing, food preservation"),
    gettext_noop("Vehicles and means of transport by land, air, water"),
    gettext_noop("Yarns and threads for textile use"),
)
