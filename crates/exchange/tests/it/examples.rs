//! The map that the examples are told of.

/// A small shop.
pub(super) const SHOP: &str = r"
kelias: 1
id: shop
title: The shop
language: en
evidence:
  - id: talks
    kind: interview
    title: Talks in the shop
  - id: poll
    kind: survey
    title: Poll
personas:
  - id: anna
    name: Anna
    needs:
      - A present by Friday
lanes:
  - id: acts
    kind: text
    title: Actions
  - id: feels
    kind: emotion
    title: Emotions
stages:
  - id: choose
    title:
      en: Choosing
      ru: Выбор
    steps:
      - id: look
        title: Looks around
        touchpoints:
          - id: window
            title: Shop window
            channel: store
            binding:
              events: [seen]
        emotion:
          anna:
            claimed: 1
        cells:
          acts:
            - Walks along the shelves
            - Asks a friend what to take
      - id: compare
        title: Compares prices
  - id: buy
    title: Buying
    steps:
      - id: pay
        title: Pays
        emotion:
          anna:
            claimed: -1
        cells:
          acts:
            - text: Waits in a line
              evidence: [talks]
        barriers:
          - id: line
            text: The line is long
            criticality: 4
            ideas:
              - id: till
                text: Open another till
transitions:
  - from: pay
    to: look
    kind: loop
targets:
  - step: pay
    metric: share
    at-least: 0.3
";
