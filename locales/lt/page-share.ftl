# Bendrinimo nuorodos: svečių pasveikinimas, žemėlapio savininko langas. Terminus turi peržiūrėti gimtakalbis.

share-greeting-closed = Ši nuoroda nieko neatveria
share-greeting-unknown = Galbūt adresas nukirptas. Patikrinkite, ar nukopijavote jį visą, arba paprašykite naujos nuorodos.
share-greeting-invited = Esate pakviesti prie kelionės žemėlapio
share-greeting-edit = Galėsite jį skaityti ir keisti kartu su komanda, kai tik prisistatysite.
share-greeting-view = Galėsite jį skaityti. Niekas, ką čia darysite, žemėlapio nepakeis.
share-greeting-name = Jūsų vardas
share-greeting-name-why = Kiti jį matys šalia jūsų žymeklio ir pakeitimų.
share-greeting-open = Atverti žemėlapį

share-panel = Bendrinti
share-what = Turintys nuorodą gali atverti šį žemėlapį be paskyros. Nuorodą bet kada galima atšaukti: per ją atėję žmonės iškart netenka prieigos.
share-right = Ką leidžia nuoroda
share-view = Žiūrėti
share-edit = Keisti
share-term = Nuoroda galioja
share-term-never = kol bus atšaukta
share-term-day = parą
share-term-week = savaitę
share-term-month = 30 dienų
share-create = Sukurti nuorodą
share-made = Nauja nuoroda
share-made-once = Nukopijuokite dabar: ji rodoma tik kartą.
share-copy = Kopijuoti nuorodą
share-copied = Nukopijuota
share-links = Nuorodos į šį žemėlapį
share-none = Nuorodų dar nėra: žemėlapį galite atverti tik jūs.
share-made-by = { $name }
share-endless = Kol bus atšaukta
share-ends = Baigs galioti
share-over = Nebegalioja
share-revoke = Atšaukti
share-revoke-which = Atšaukti nuorodą: { $right }
share-revoked = Nuoroda nieko nebeatveria
