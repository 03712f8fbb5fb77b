"""Deadlines, fair shares, queue estimates, and what a warm-up learns."""

import asyncio
import time

import pytest
from engine_fixtures import edit, events_of, make_request, model_of, running, stats_of, wait_until_idle

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import OverloadedError  # noqa: E402
from limner.core.picture import Size  # noqa: E402
from running import wait_until  # noqa: E402


def test_request_that_would_miss_its_deadline_is_rejected(engine_of):
    with running(engine := engine_of("flux", deadline=10)) as run:
        run(events_of(engine, make_request()))
        started = time.monotonic()
        with pytest.raises(OverloadedError) as refusal:
            run(events_of(engine, make_request(num_inference_steps=100_000)))

        assert time.monotonic() - started < 8
    assert int(refusal.value.headers["retry-after"]) >= 1


def test_request_past_its_deadline_is_aborted(engine_of):
    with running(engine := engine_of("flux", deadline=0.3)) as run:
        with pytest.raises(OverloadedError, match="in time"):
            run(events_of(engine, make_request(num_inference_steps=5000)))
        run(wait_until_idle(engine))


def test_users_share_the_device_fairly(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, make_request()))

        async def scenario():
            heavy = [asyncio.create_task(events_of(engine, make_request(n=8, user="heavy", num_inference_steps=40)))]
            await asyncio.sleep(0.05)
            before = stats_of(engine).num_forwards
            await events_of(engine, make_request(user="light", num_inference_steps=10))
            num_forwards = stats_of(engine).num_forwards - before
            for task in heavy:
                task.cancel()
            return num_forwards

        # 20 by turns, and those until this busy thread hears of the end
        assert run(scenario()) <= 80, "far fewer than the 330 of a queue"


def test_short_job_does_not_wait_for_long_ones(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, make_request()))

        async def scenario():
            long = asyncio.create_task(events_of(engine, make_request(n=10, num_inference_steps=50)))
            await asyncio.sleep(0.1)
            before = stats_of(engine).num_forwards
            await events_of(engine, make_request(num_inference_steps=4))
            num_forwards = stats_of(engine).num_forwards - before
            long.cancel()
            return num_forwards

        assert run(scenario()) <= 15


def test_requests_of_an_urgent_key_go_first(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1, priority=2)) as run:
        run(events_of(engine, make_request()))

        async def scenario():
            others = asyncio.create_task(events_of(engine, make_request(n=4, api_key="a", num_inference_steps=40)))
            await asyncio.sleep(0.05)
            before = stats_of(engine).num_forwards
            request = make_request(n=3, api_key="b", priority=1, num_inference_steps=10)
            assert engine.estimate(request).ahead == 0
            await events_of(engine, request)
            num_forwards = stats_of(engine).num_forwards - before
            others.cancel()
            return num_forwards

        # 30 of its own, one of 17 for others, one that was running, and those until this busy thread hears of the end
        assert run(scenario()) <= 80, "far fewer than the 190 of a queue"


def test_future_request_is_estimated(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        assert engine.estimate(make_request()).eta_s is None
        run(events_of(engine, make_request()))

        async def scenario():
            idle = engine.estimate(make_request(num_inference_steps=4))
            others = asyncio.create_task(events_of(engine, make_request(n=5, num_inference_steps=4)))
            await asyncio.sleep(0.03)
            busy = engine.estimate(make_request(num_inference_steps=40))
            await others
            return idle, busy

        idle, busy = run(scenario())

    assert idle.ahead == 0
    assert 0 < idle.eta_s < 2
    assert busy.ahead >= 1
    assert busy.eta_s > 5 * idle.eta_s


def test_active_request_is_estimated(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, make_request()))

        async def scenario():
            request, estimates = make_request(n=3, num_inference_steps=20), []
            drawing = asyncio.create_task(events_of(engine, request))
            while not drawing.done():
                await asyncio.sleep(0.02)
                estimates.append(engine.estimate(request))
            return estimates

        estimates = run(scenario())

    assert len(estimates) > 3
    assert {estimate.ahead for estimate in estimates} == {0}, "its own images are not ahead of it"
    assert estimates[0].eta_s > 2 * estimates[-2].eta_s


def test_announced_requests_count_in_estimates(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, make_request()))

        async def scenario():
            streams = [engine.generate(make_request()) for _ in range(4)]
            waiting = [asyncio.ensure_future(anext(stream)) for stream in streams]
            await asyncio.sleep(0)
            ahead = engine.estimate(make_request()).ahead
            await asyncio.gather(*waiting)
            for stream in streams:
                await stream.aclose()
            return ahead

        assert run(scenario()) == 4
        assert engine.estimate(make_request()).ahead == 0


def test_default_steps_are_estimated(engine_of):
    with running(engine := engine_of("flux", steps=None, max_batch_size=1)) as run:
        run(events_of(engine, make_request(num_inference_steps=4)))
        short, own = engine.estimate(make_request(num_inference_steps=4)), engine.estimate(make_request(quality="high"))

    assert own.eta_s == pytest.approx(short.eta_s * 28 / 4, rel=0.05), "FluxPipeline takes 28"


def test_image2image_steps_are_estimated(engine_of):
    with running(engine := engine_of("flux", steps=20, max_batch_size=1)) as run:
        run(events_of(engine, make_request(num_inference_steps=4)))
        whole, half = engine.estimate(make_request()), engine.estimate(edit(strength=0.5))

    assert half.eta_s == pytest.approx(whole.eta_s / 2, rel=0.05)


def test_guidance_forwards_are_estimated_once_observed(engine_of):
    with running(engine := engine_of("qwen-image", max_batch_size=1)) as run:
        run(events_of(engine, make_request(num_inference_steps=4)))

        async def estimated_and_actual():
            before = stats_of(engine).num_forwards
            states = [engine._state(make_request(num_inference_steps=10), 0)]
            engine.workers[0].estimate(states)
            await events_of(engine, make_request(num_inference_steps=10))
            return states[0].num_steps, stats_of(engine).num_forwards - before

        estimated, actual = run(estimated_and_actual())

    assert estimated == actual == 20


def test_client_timeout_counts_as_deadline(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request()))
        with pytest.raises(OverloadedError, match="longer than the time limit of"):
            run(events_of(engine, make_request(num_inference_steps=50_000, timeout_s=5)))


def test_stale_throughput_is_ignored_at_admission(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, make_request()))
        estimator = next(iter(engine.workers[0].admission.throughput.values()))
        for _ in range(40):
            estimator.record(500.0, cost=1e-6, now_s=time.monotonic() - 10_000)

        assert engine.estimate(make_request()).eta_s > 600
        assert not engine.estimate(make_request()).is_sure
        assert run(events_of(engine, make_request())), "this one measures it again"


def test_api_keys_share_the_device_fairly(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, make_request()))

        async def scenario():
            requests = [
                make_request(api_key="heavy", user=f"user{index}", num_inference_steps=40) for index in range(8)
            ]
            heavy = [asyncio.create_task(events_of(engine, one)) for one in requests]
            await asyncio.sleep(0.05)
            before = stats_of(engine).num_forwards
            await events_of(engine, make_request(api_key="light", user="user0", num_inference_steps=10))
            num_forwards = stats_of(engine).num_forwards - before
            for task in heavy:
                task.cancel()
            return num_forwards

        # 20 by turns, and those until this busy thread hears of the end
        assert run(scenario()) <= 80, "far fewer than the 330 of a queue"


def test_warmup_learns_batch_sizes_and_projection(engine_of):
    with running(engine := engine_of("flux", warmup=["64x64", "128x128"], steps=4)) as run:
        run(wait_until_idle(engine))
        tuner, model = engine.workers[0].tuner, model_of(engine)
        known = tuner.measured_rows()
        forwards = stats_of(engine).num_forwards
        eta_s = engine.estimate(make_request()).eta_s

    assert len(known) == 2
    assert all(rows[0] == 1 and len(rows) > 1 for rows in known.values())
    assert forwards < 2 * 8 * 4, "some shared a forward"
    assert model.projection.is_ready
    assert eta_s > 0


def test_warmup_yields_to_requests(engine_of):
    with running(engine := engine_of("flux", warmup="64x64", steps=200, max_batch_size=1)) as run:

        async def scenario():
            await asyncio.to_thread(wait_until, lambda: stats_of(engine).num_forwards > 0)
            ahead = engine.estimate(make_request()).ahead
            before = stats_of(engine).num_forwards
            await events_of(engine, make_request(num_inference_steps=6))
            return ahead, stats_of(engine).num_forwards - before

        ahead, num_forwards = run(scenario())

    assert ahead == 0
    assert num_forwards < 30  # 6 of its own, and some of the 200 before the worker sees it on a busy machine


def test_warmup_results_are_saved(engine_of, tmp_path):
    with running(engine := engine_of("flux", warmup="64x64", steps=4, cache=str(tmp_path / "kept"))) as run:
        run(wait_until_idle(engine))
        run(asyncio.sleep(0.1))

        kept = {path.suffix for path in (tmp_path / "kept").rglob("*") if path.is_file()}

    assert kept == {".json", ".npz"}


def test_unreadable_tuning_cache_is_ignored(engine_of, tmp_path):
    folder = tmp_path / "kept"
    with running(engine := engine_of("flux", cache=str(folder))) as run:
        run(events_of(engine, make_request(n=4, size=Size(128, 128))))
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) == 2

    for content in (b"", b"nonsense", b"PK\x03\x04", b'[{"rows": 1}]', b"[3]", b"{}"):
        for file in files:
            file.write_bytes(content)
        with running(engine := engine_of("flux", cache=str(folder), steps=2)) as run:
            assert run(events_of(engine, make_request(partial_images=1))), content
