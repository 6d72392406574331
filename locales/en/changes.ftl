# Telling what changed between two states of a map, for the page and the command line. Arguments: $what the kind of thing
# (stage, step, item ...), $title what it is called, $field one of change-field-*, $language the name of a language.

# A thing as a whole
change-added = { $what ->
    [tag] The tag “{ $title }” was added.
    [evidence] The evidence “{ $title }” was added.
    [persona] The persona “{ $title }” was added.
    [lane] The lane “{ $title }” was added.
    [stage] The stage “{ $title }” was added.
    [step] The step “{ $title }” was added.
    [touchpoint] The touchpoint “{ $title }” was added.
    [binding] The binding of “{ $title }” was added.
    [emotion] The emotion of “{ $title }” was added.
    [item] The card “{ $title }” was added.
    [barrier] The barrier “{ $title }” was added.
    [idea] The idea “{ $title }” was added.
    [transition] The way “{ $title }” was added.
    [target] The target “{ $title }” was added.
   *[other] “{ $title }” was added.
}
change-removed = { $what ->
    [tag] The tag “{ $title }” was removed.
    [evidence] The evidence “{ $title }” was removed.
    [persona] The persona “{ $title }” was removed.
    [lane] The lane “{ $title }” was removed.
    [stage] The stage “{ $title }” was removed.
    [step] The step “{ $title }” was removed.
    [touchpoint] The touchpoint “{ $title }” was removed.
    [binding] The binding of “{ $title }” was removed.
    [emotion] The emotion of “{ $title }” was removed.
    [item] The card “{ $title }” was removed.
    [barrier] The barrier “{ $title }” was removed.
    [idea] The idea “{ $title }” was removed.
    [transition] The way “{ $title }” was removed.
    [target] The target “{ $title }” was removed.
   *[other] “{ $title }” was removed.
}
change-moved = { $what ->
    [tag] The tag “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [evidence] The evidence “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [persona] The persona “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [lane] The lane “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [stage] The stage “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [step] The step “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [touchpoint] The touchpoint “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [binding] The binding of “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [emotion] The emotion of “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [item] The card “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [barrier] The barrier “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [idea] The idea “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [transition] The way “{ $title }” was moved from “{ $from }” to “{ $to }”.
    [target] The target “{ $title }” was moved from “{ $from }” to “{ $to }”.
   *[other] “{ $title }” was moved from “{ $from }” to “{ $to }”.
}
change-reordered = { $what ->
    [tag] The tag “{ $title }” was moved from place { $from } to place { $to }.
    [evidence] The evidence “{ $title }” was moved from place { $from } to place { $to }.
    [persona] The persona “{ $title }” was moved from place { $from } to place { $to }.
    [lane] The lane “{ $title }” was moved from place { $from } to place { $to }.
    [stage] The stage “{ $title }” was moved from place { $from } to place { $to }.
    [step] The step “{ $title }” was moved from place { $from } to place { $to }.
    [touchpoint] The touchpoint “{ $title }” was moved from place { $from } to place { $to }.
    [binding] The binding of “{ $title }” was moved from place { $from } to place { $to }.
    [emotion] The emotion of “{ $title }” was moved from place { $from } to place { $to }.
    [item] The card “{ $title }” was moved from place { $from } to place { $to }.
    [barrier] The barrier “{ $title }” was moved from place { $from } to place { $to }.
    [idea] The idea “{ $title }” was moved from place { $from } to place { $to }.
    [transition] The way “{ $title }” was moved from place { $from } to place { $to }.
    [target] The target “{ $title }” was moved from place { $from } to place { $to }.
   *[other] “{ $title }” was moved from place { $from } to place { $to }.
}

# What came or went with it
change-steps = { $count ->
    [one] { $count } step in it
   *[other] { $count } steps in it
}
change-cards = { $count ->
    [one] { $count } card in it
   *[other] { $count } cards in it
}

# A text or a value of it
change-reworded = “{ $title }”: { $field } reworded.
change-reworded-in = “{ $title }”: { $field } reworded ({ $language }).
change-written = “{ $title }”: { $field } written: “{ $after }”.
change-written-in = “{ $title }”: { $field } written ({ $language }): “{ $after }”.
change-erased = “{ $title }”: { $field } erased. It was: “{ $before }”.
change-erased-in = “{ $title }”: { $field } erased ({ $language }). It was: “{ $before }”.
change-set = “{ $title }”: { $field } changed from “{ $before }” to “{ $after }”.
change-set-first = “{ $title }”: { $field } set to “{ $after }”.
change-cleared = “{ $title }”: { $field } cleared. It was “{ $before }”.
change-felt-better = { $field ->
    [wished] A better emotion is wished for “{ $persona }” at “{ $place }”: { $after } instead of { $before }.
   *[claimed] “{ $persona }” feels better at “{ $place }”: { $after } instead of { $before }.
}
change-felt-worse = { $field ->
    [wished] A lower emotion is wished for “{ $persona }” at “{ $place }”: { $after } instead of { $before }.
   *[claimed] “{ $persona }” feels worse at “{ $place }”: { $after } instead of { $before }.
}

# The whole of a list of changes
change-none = Nothing changed.
change-count = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}

# Where it stands, and what is called what has no title of its own
change-in-map = the map
change-in-cell = { $place }, { $lane }
change-in-portrait = { $persona }, { $list }
change-of-emotion = { $persona }, { $place }
change-of-transition = { $from } → { $to }
change-of-target = { $metric }, { $place }
change-untitled = without a title
change-yes = yes
change-no = no

# What its texts and values are called
change-field-accent = accent colour
change-field-actor = who acts
change-field-alert-after = alarm after
change-field-at-least = at least
change-field-at-most = at most
change-field-behaviour = behaviour
change-field-channel = channel
change-field-claimed = emotion
change-field-colour = colour
change-field-criticality = criticality
change-field-date = date
change-field-design-ease = ease of design
change-field-development-ease = ease of development
change-field-events = events
change-field-evidence = evidence
change-field-expected-time = expected time
change-field-facts = facts
change-field-from = from
change-field-goal = goal
change-field-hidden = hidden
change-field-icon = icon
change-field-id = id
change-field-image = image
change-field-kind = kind
change-field-language = language
change-field-layer = layer
change-field-lifts = transition it should raise
change-field-link = link
change-field-map = map of its own
change-field-metric = metric
change-field-moment-of-truth = moment of truth
change-field-motives = motives
change-field-name = name
change-field-needs = needs
change-field-note = note
change-field-owner = responsible
change-field-personas = personas
change-field-picture = picture
change-field-product = product
change-field-purpose = purpose
change-field-quote = quote
change-field-ribbon = colour of the stages
change-field-role = role
change-field-segment = segment
change-field-side = frontstage or backstage
change-field-state = state
change-field-status = status
change-field-step = step
change-field-subject = whose journey
change-field-success = success criterion
change-field-text = text
change-field-title = title
change-field-to = to
change-field-touchpoint = touchpoint
change-field-touchpoints = touchpoints
change-field-until = until
change-field-where = condition
change-field-who = who was asked
change-field-wished = wished-for emotion
change-field-word = word for the emotion
change-field-worries = worries
