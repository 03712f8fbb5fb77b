"""What compilation changes: outputs that the next call overwrites, and compilers that fail."""

import pytest

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.engines.diffusers.batch import BatchedNetwork  # noqa: E402


class StaticNetwork(torch.nn.Module):
    """Returns one buffer, which its next call overwrites, like a CUDA graph."""

    def __init__(self):
        super().__init__()
        self.buffer = torch.zeros(1, 4)
        self.calls = 0

    def forward(self, hidden_states, return_dict=True):
        self.calls += 1
        self.buffer.copy_(hidden_states)
        return (self.buffer,)


class AuraFlowTransformer2DModel(StaticNetwork):
    """Has an entry in BATCHED_ARGUMENTS."""


class Doubling(torch.nn.Module):
    def forward(self, hidden_states):
        if hidden_states.shape[-1] == 3:
            raise ValueError("three, simulated")
        return (2 * hidden_states,)


def forward(network, values):
    return network.forward([network.call((), {"hidden_states": values})])[0]


@pytest.mark.parametrize("network_class", [StaticNetwork, AuraFlowTransformer2DModel])
def test_output_survives_the_next_call(network_class):
    network = BatchedNetwork(network_class(), is_compiled=True)

    first = forward(network, torch.ones(1, 4))
    forward(network, torch.full((1, 4), 7.0))

    assert first[0].tolist() == [[1.0] * 4]
    assert network.real.calls == 2


def test_network_that_cannot_be_compiled_runs_uncompiled(caplog):
    attempts = []

    def backend(graph, inputs):
        attempts.append(graph)
        raise RuntimeError("no compiler, simulated")

    real = Doubling()
    real.compile(backend=backend)
    network = BatchedNetwork(real, is_compiled=True)

    outputs = [forward(network, torch.full((1, 4), 2.0)) for _ in range(2)]

    assert [output[0].tolist() for output in outputs] == [[[4.0] * 4]] * 2
    assert len(attempts) == 1
    assert "Doubling cannot be compiled" in caplog.text
    assert "no compiler" in caplog.text


def test_error_of_the_network_itself_leaves_it_compiled():
    real = Doubling()
    real.compile(backend="eager")
    network = BatchedNetwork(real, is_compiled=True)

    with pytest.raises(ValueError, match="three"):
        forward(network, torch.ones(1, 3))

    assert real._compiled_call_impl is not None
    assert forward(network, torch.ones(1, 4))[0].tolist() == [[2.0] * 4]
