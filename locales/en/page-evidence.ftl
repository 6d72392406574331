# The evidence drawer

evidence-panel = Evidence
evidence-coverage = Claims backed by evidence
evidence-coverage-none = no claims yet
evidence-none = No evidence yet. Add the interviews, surveys, reviews and numbers your map stands on, then cite them where they say so. What cites nothing is an assumption.
evidence-add = Add evidence
evidence-title = What it is
evidence-note = What it says
evidence-open = Open the link
evidence-cited = { $count ->
    [0] not cited yet
    [one] cited once
   *[other] cited { $count } times
}
evidence-cited-by = Cited by
evidence-cite = Cite on what is chosen
evidence-remove = Remove
evidence-assumptions = { $count ->
    [one] { $count } assumption
   *[other] { $count } assumptions
}
evidence-assumptions-all = Show all
evidence-in-portrait = In a persona’s portrait
evidence-gone-to = { $text }
evidence-feeling = How { $persona } feels
