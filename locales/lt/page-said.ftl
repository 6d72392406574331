# Kas pranešama po komandos. { said-what } įvardija, su kuo ji atlikta.
# Terms follow the glossary, whose Lithuanian column awaits a native reader.

said-thing = { $what ->
    [stage] { $count ->
        [one] etapas
        [few] etapai
       *[other] etapų
    }
    [step] { $count ->
        [one] žingsnis
        [few] žingsniai
       *[other] žingsnių
    }
    [lane] { $count ->
        [one] juosta
        [few] juostos
       *[other] juostų
    }
    [touchpoint] { $count ->
        [one] sąlyčio taškas
        [few] sąlyčio taškai
       *[other] sąlyčio taškų
    }
    [barrier] { $count ->
        [one] kliūtis
        [few] kliūtys
       *[other] kliūčių
    }
    [idea] { $count ->
        [one] idėja
        [few] idėjos
       *[other] idėjų
    }
    [transition] { $count ->
        [one] perėjimas
        [few] perėjimai
       *[other] perėjimų
    }
    [persona] { $count ->
        [one] persona
        [few] personos
       *[other] personų
    }
    [evidence] { $count ->
        [one] įrodymas
        [few] įrodymai
       *[other] įrodymų
    }
    [tag] { $count ->
        [one] žymos
        [few] žymos
       *[other] žymų
    }
    [target] { $count ->
        [one] siektina reikšmė
        [few] siektinos reikšmės
       *[other] siektinų reikšmių
    }
    [emotion] { $count ->
        [one] emocija
        [few] emocijos
       *[other] emocijų
    }
    [goal] { $count ->
        [one] tikslas
        [few] tikslai
       *[other] tikslų
    }
    [success] { $count ->
        [one] sėkmės kriterijus
        [few] sėkmės kriterijai
       *[other] sėkmės kriterijų
    }
   *[card] { $count ->
        [one] kortelė
        [few] kortelės
       *[other] kortelių
    }
}
said-what = { $isNamed ->
    [yes] { said-thing } „{ $name }“
   *[no] { $count ->
        [1] { said-thing }
       *[other] { $count } { said-thing }
    }
}

said-added = Pridėta: { said-what }
said-there = Jau yra: { said-what }
said-removed = Pašalinta: { said-what }
said-changed = Pakeista: { said-what }
said-moved-to = Perkelta: { said-what }, dabar { $position } iš { $total }
said-moved = Perkelta: { said-what }
said-chosen = Pasirinkta: { said-what }
said-duplicated = Sukurta kopija: { said-what }
said-hidden = Paslėpta: { said-what }
said-shown = Vėl rodoma: { said-what }
said-coloured = Pakeista spalva: { said-what }
said-merged = Sujungta su kitu: { said-what }
said-split = Padalyta: { said-what }
said-turned = Dabar tai: { said-what }
said-cited = Nurodyta: { said-what }
said-uncited = Nebenurodyta: { said-what }
said-felt = { $name }: { $side ->
    [wished] siekiama
   *[claimed] manoma
} emocija { $value }
said-editing = Teksto taisymas
said-would-hide = Nepakeista: to nebesimatytų: { said-what }. Geriau pridėkite naują juostą.
said-copied = Nukopijuota: { said-what }
said-pasted = Įklijuota: { said-what }
said-pasted-part = Įklijuota: { said-what }; žemėlapyje nerado vietos: { $leftOut }
said-undone = Atšaukta
said-redone = Pakartota
said-head = Žemėlapis pakeistas
said-replaced = Pakeista { $count ->
    [one] { $count } vietoje
   *[other] { $count } vietose
}
