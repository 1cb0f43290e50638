"""Changes as layers: what is left of a thing follows from those that are on."""

from itertools import pairwise, permutations

from wbagree.domain.undo_layers import Layers, Step


def states(*values):
    """Steps that gave a thing one value after the other."""
    cells = [None if value is None else {"a": value} for value in values]
    return [Step(number, None, old, new) for number, (old, new) in enumerate(pairwise(cells), 1)]


def taken_back(steps, number, *, force):
    """The steps and one that takes a change set back; the same steps when something is in the way."""
    layers = Layers(steps)
    switch = layers.switch_to_undo(number)
    if switch.in_the_way and not force:
        return steps
    return [*steps, Step(steps[-1].number + 1, number, layers.cells(), layers.cells(switch.forced))]


def test_a_change_under_another_is_in_the_way_of_nothing_above_it():
    layers = Layers(states("0", "1", "2"))
    assert {layer.number for layer in layers.switch_to_undo(1).in_the_way} == {2}
    assert not layers.switch_to_undo(2).in_the_way
    assert layers.cells(layers.switch_to_undo(2).forced) == {"a": "1"}
    assert layers.cells(layers.switch_to_undo(1).forced) == {"a": "0"}


def test_in_whatever_order_changes_are_taken_back_by_force_the_first_state_is_left():
    for values in (("0", "1", "2", "3"), (None, "1", "2", "3"), (None, "1", None, "3"), ("0", "1", None, "0")):
        for order in permutations((1, 2, 3)):
            steps = states(*values)
            for number in order:
                steps = taken_back(steps, number, force=True)
            layers = Layers(steps)
            left = [number for number in order if layers.switch_to_undo(number).layers]
            for number in left:  # what was deleted since is taken back once it is there again
                steps = taken_back(steps, number, force=True)
            assert Layers(steps).cells() == steps[0].before, (values, order)


def test_an_undo_that_is_taken_back_switches_on_what_it_switched_off():
    steps = taken_back(states("0", "1", "2"), 1, force=True)
    assert steps[-1].after == {"a": "0"}
    steps = taken_back(steps, 3, force=False)
    assert steps[-1].after == {"a": "2"}
    assert Layers(steps).switch_to_undo(3).layers == {}


def test_a_register_of_before_whose_undo_meant_something_else_is_taken_at_its_word():
    steps = [*states("0", "1", "2"), Step(3, 1, {"a": "2"}, {"a": "x"})]
    layers = Layers(steps)
    assert layers.cells() == {"a": "x"}
    assert layers.cells(layers.switch_to_undo(3).forced) == {"a": "2"}


def test_fields_on_which_nothing_lies_are_free_and_an_undo_of_them_alone_is_replayed_as_that():
    cells = [{"a": "0", "b": "0"}, {"a": "1", "b": "1"}, {"a": "2", "b": "1"}]
    steps = [Step(number, None, old, new) for number, (old, new) in enumerate(pairwise(cells), 1)]
    layers = Layers(steps)
    free = layers.switch_to_undo(1).free
    assert {(layer.field, on) for layer, on in free.items()} == {("b", False)}
    assert layers.cells(free) == {"a": "2", "b": "0"}
    steps.append(Step(3, 1, cells[-1], layers.cells(free)))
    left = Layers(steps).switch_to_undo(1)
    assert {layer.field for layer in left.layers} == {"a"}
    assert Layers(steps).cells(left.forced) == {"a": "0", "b": "0"}
    assert Layers(steps).cells(Layers(steps).switch_to_undo(3).free) == cells[-1]


def test_a_field_that_somebody_set_back_is_free():
    layers = Layers(states("0", "1", "0"))
    assert layers.cells(layers.switch_to_undo(1).free) == {"a": "0"}
    steps = [*states("0", "1", "0"), Step(3, 1, {"a": "0"}, {"a": "0"})]
    assert not Layers(steps).switch_to_undo(2).layers


def test_what_is_left_names_only_what_is_in_its_way():
    cells = [{"a": "0", "b": "0"}, {"a": "1", "b": "1"}, {"a": "0", "b": "1"}, {"a": "0", "b": "2"}]
    switch = Layers(
        [Step(number, None, old, new) for number, (old, new) in enumerate(pairwise(cells), 1)]
    ).switch_to_undo(1)
    left = switch.remaining(switch.free)
    assert {layer.field for layer in left.layers} == {"b"}
    assert {layer.number for layer in left.in_the_way} == {3}


def test_of_what_was_added_or_deleted_all_or_nothing_is_free():
    assert not Layers(states(None, "1", "2")).switch_to_undo(1).free
    assert not Layers(states("0", "1", None, "1")).switch_to_undo(1).free


def test_a_field_is_not_taken_back_from_under_a_deletion():
    layers = Layers(states(None, "1", "2", None))
    assert layers.switch_to_undo(2).blocked == [3]
    assert layers.deleted_by({}) == 3
    assert layers.deleted_by(layers.switch_to_undo(3).forced) == 0
