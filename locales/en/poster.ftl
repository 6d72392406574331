# Labels of the poster. Terms follow the glossary; users' own texts are not here.

# Head
status-draft = Draft
status-in-review = In review
status-approved = Approved
status-archived = Archived
state-as-is = as is
state-to-be = to be
subject-customer = customer
subject-employee = employee
subject-partner = partner
subject-patient = patient
subject-order = order
detail-owner = Owner
detail-period = Period
detail-version = Version
detail-date = Date
detail-measured = Measured
persona-facts = Facts
persona-needs = Needs
persona-motives = Motives
persona-worries = Worries
persona-behaviour = Behaviour
personas-title = Personas

# Findings; the number stands before the words
finding-travellers-customer = { $count ->
    [one] customer
   *[other] customers
}
finding-travellers-employee = { $count ->
    [one] employee
   *[other] employees
}
finding-travellers-partner = { $count ->
    [one] partner
   *[other] partners
}
finding-travellers-patient = { $count ->
    [one] patient
   *[other] patients
}
finding-travellers-order = { $count ->
    [one] order
   *[other] orders
}
finding-travellers-other = { $count ->
    [one] traveller
   *[other] travellers
}
finding-overall = reach “{ $place }”
finding-overall-interval = reach “{ $place }” ({ $low }–{ $high })
finding-evidence = of claims backed by evidence
finding-worst = leave between “{ $from }” and “{ $to }”
finding-not-on-map = did “{ $event }”, which is not on the map
finding-not-on-map-more = did “{ $event }”, which is not on the map, nor { $others ->
    [one] is one other event
   *[other] are { $others } other events
}
finding-never-taken = never taken: { $places }
finding-stages = { $count ->
    [one] stage
   *[other] stages
}
finding-steps = { $count ->
    [one] step
   *[other] steps
}
finding-touchpoints = { $count ->
    [one] touchpoint
   *[other] touchpoints
}, { $bound } bound to events
finding-barriers = { $count ->
    [one] barrier
   *[other] barriers
}
finding-critical = Most critical ({ $criticality } of 5): { $barrier }

# Rows
goal-of-stage = Goal of the stage
steps = Steps
steps-caption = what backs them
steps-without = Evidence
continued = (continued)
measured = Measured
measured-caption = reached the step, share, went on to the next
backstage = backstage
line-interaction = Line of interaction
line-visibility = Line of visibility
line-internal = Line of internal interaction
moment-zero = Zero moment of truth
moment-first = First moment of truth
moment-second = Second moment of truth
moment-ultimate = Ultimate moment of truth
moment-aha = Aha moment
expected-time = expected within { $time }
quotation = “{ $text }”

# Evidence under a step
assumption = assumption
evidence-interview = { $count ->
    [1] interview
   *[other] { $count } interviews
}
evidence-survey = { $count ->
    [1] survey
   *[other] { $count } surveys
}
evidence-review = { $count ->
    [1] reviews
   *[other] { $count } sets of reviews
}
evidence-observation = { $count ->
    [1] observation
   *[other] { $count } observations
}
evidence-statistics = statistics
evidence-workshop = { $count ->
    [1] workshop
   *[other] { $count } workshops
}
evidence-study = { $count ->
    [1] study
   *[other] { $count } studies
}

# Measured values
median-time = median { $time }
median-p90 = median { $time }, 9 of 10 within { $p90 }
retention = { $share } came back
retention-without = { $share } came back ({ $without } of the others)
dropped = { $number } did not go on
to-next = go on to the next step: { $share }
metric-audience = audience
metric-share = share of the audience
metric-conversion_to_next = conversion to the next step
metric-median_seconds_to_next = median time to the next step
metric-retention = retention
metric-emotion = measured emotion
target-at-least = { $metric }: at least { $value }
target-at-most = { $metric }: at most { $value }
target-met = Target met – { $target }
target-missed = Target missed – { $target }

# Emotion
emotion-claimed = claimed
emotion-measured = measured
emotion-measured-interval = measured, 95 %
emotion-wished = wished-for
emotion-of = { $persona }, { $what }
emotion-gap = gap { $gap }
emotion-ratings = { $ratings ->
    [one] { $number } rating
   *[other] { $number } ratings
}
emotion-alt = Emotion curve from −2 to +2.
emotion-alt-series = { $name }: { $points }.
emotion-alt-point = { $place } { $value }

# Barriers and ideas
criticality = criticality { $value }
barrier-at = at: { $touchpoints }
barrier-whom = whom: { $personas }
idea-against = against: { $barrier }
idea-at = at: { $touchpoint }
idea-ease = ease: { $parts }
idea-ease-design = design { $value }
idea-ease-development = development { $value }
idea-owner = owner: { $owner }
idea-lifts = lifts { $from } → { $to }
idea-status-proposed = proposed
idea-status-planned = planned
idea-status-in-progress = in progress
idea-status-done = done
idea-status-rejected = rejected

# Legend and foot
legend-backed = backed by evidence
legend-assumed = assumption
legend-moment = moment of truth
legend-bound = touchpoint bound to events
legend-unbound = not bound
legend-worst = greatest loss
legend-critical = criticality, 1 to 5
legend-loop = way back
legend-branch = branch
legend-skip = shortcut
legend-link = has a map of its own
made-with = Made with Kelias
version-of = version { $version }
picture-missing = picture

# The page
page-map = The map
page-measured = What was measured
page-findings = What the map says
page-stage = Stage
page-step = Step
page-lane = Lane
page-travellers = Travellers
page-share = Share
page-next = Go on
page-dropped = Lost
page-median = Median time to the next step
page-p90 = 9 of 10 within
page-retention = Came back
page-retention-without = Came back without it
page-emotion = Emotion, measured
page-ratings = Ratings
page-event = Event
page-count = Times
page-not-on-map = Not on the map
page-definitions = How the numbers are meant
page-define-travellers = travellers with at least one event of the step
page-define-share = of all travellers of the period, with a 95 % Wilson interval
page-define-next = of those who had the step, those who went on to the next step with a binding, within the window
page-define-time = of those who went on, from the step to the next
page-define-retention = active 8 to 14 days after the step, against those of the same age who never had it
page-define-emotion = mean of ratings, from their own scale to −2 .. +2; below the least number of ratings there is none

# Units
seconds = { $n } s
minutes = { $n } min
hours = { $n } h
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
