"""Who waits, how long, and who hears that it would be in vain."""

import asyncio
import time

import pytest
from studio import edit, events_of, model_of, running, settled, wish

torch = pytest.importorskip("torch", reason="needs limner[diffusers]")
pytest.importorskip("diffusers", reason="needs limner[diffusers]")

from limner.core.errors import OverloadedError  # noqa: E402
from limner.core.picture import Size  # noqa: E402
from running import wait_until  # noqa: E402


def test_who_cannot_be_served_in_time_hears_it_at_once(engine_of):
    with running(engine := engine_of("flux", deadline=10)) as run:
        run(events_of(engine, wish()))
        begun = time.monotonic()
        with pytest.raises(OverloadedError) as refusal:
            run(events_of(engine, wish(num_inference_steps=100_000)))

        assert time.monotonic() - begun < 8
    assert int(refusal.value.headers["retry-after"]) >= 1


def test_what_is_not_done_in_time_is_given_up(engine_of):
    with running(engine := engine_of("flux", deadline=0.3)) as run:
        with pytest.raises(OverloadedError, match="in time"):
            run(events_of(engine, wish(num_inference_steps=5000)))
        run(settled(engine))


def test_a_greedy_user_does_not_hold_up_a_modest_one(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, wish()))

        async def scene():
            greedy = [asyncio.create_task(events_of(engine, wish(n=8, user="greedy", num_inference_steps=40)))]
            await asyncio.sleep(0.05)
            before = engine.workshops[0].executor.num_forwards
            await events_of(engine, wish(user="modest", num_inference_steps=10))
            took = engine.workshops[0].executor.num_forwards - before
            for task in greedy:
                task.cancel()
            return took

        assert run(scene()) <= 30


def test_a_short_picture_does_not_wait_behind_long_ones(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, wish()))

        async def scene():
            long = asyncio.create_task(events_of(engine, wish(n=10, num_inference_steps=50)))
            await asyncio.sleep(0.1)
            before = engine.workshops[0].executor.num_forwards
            await events_of(engine, wish(num_inference_steps=4))
            took = engine.workshops[0].executor.num_forwards - before
            long.cancel()
            return took

        assert run(scene()) <= 15


def test_how_long_a_picture_would_take_is_known_before_it_is_asked_for(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        assert engine.estimate(wish()).eta_s is None
        run(events_of(engine, wish()))

        async def scene():
            idle = engine.estimate(wish(num_inference_steps=4))
            others = asyncio.create_task(events_of(engine, wish(n=5, num_inference_steps=4)))
            await asyncio.sleep(0.03)
            busy = engine.estimate(wish(num_inference_steps=40))
            await others
            return idle, busy

        idle, busy = run(scene())

    assert idle.ahead == 0
    assert 0 < idle.eta_s < 2
    assert busy.ahead >= 1
    assert busy.eta_s > 5 * idle.eta_s


def test_whoever_waits_hears_how_things_stand_now(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, wish()))

        async def scene():
            request, seen = wish(n=3, num_inference_steps=20), []
            drawing = asyncio.create_task(events_of(engine, request))
            while not drawing.done():
                await asyncio.sleep(0.02)
                seen.append(engine.estimate(request))
            return seen

        seen = run(scene())

    assert len(seen) > 3
    assert {estimate.ahead for estimate in seen} == {0}, "its own pictures are not in its way"
    assert seen[0].eta_s > 2 * seen[-2].eta_s


def test_a_burst_of_requests_is_seen_before_the_device_has_heard_of_it(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, wish()))

        async def scene():
            streams = [engine.generate(wish()) for _ in range(4)]
            waiting = [asyncio.ensure_future(anext(stream)) for stream in streams]
            await asyncio.sleep(0)
            ahead = engine.estimate(wish()).ahead
            await asyncio.gather(*waiting)
            for stream in streams:
                await stream.aclose()
            return ahead

        assert run(scene()) == 4
        assert engine.estimate(wish()).ahead == 0


def test_the_models_own_steps_are_foreseen_where_nobody_says_how_many(engine_of):
    with running(engine := engine_of("flux", steps=None, max_batch_size=1)) as run:
        run(events_of(engine, wish(num_inference_steps=4)))
        short, own = engine.estimate(wish(num_inference_steps=4)), engine.estimate(wish(quality="high"))

    assert own.eta_s == pytest.approx(short.eta_s * 28 / 4, rel=0.05), "FluxPipeline takes 28"


def test_an_edit_that_redraws_is_foreseen_with_the_steps_that_it_takes(engine_of):
    with running(engine := engine_of("flux", steps=20, max_batch_size=1)) as run:
        run(events_of(engine, wish(num_inference_steps=4)))
        whole, half = engine.estimate(wish()), engine.estimate(edit(strength=0.5))

    assert half.eta_s == pytest.approx(whole.eta_s / 2, rel=0.05)


def test_real_guidance_is_foreseen_once_it_was_seen(engine_of):
    with running(engine := engine_of("qwen-image", max_batch_size=1)) as run:
        run(events_of(engine, wish(num_inference_steps=4)))

        async def foreseen_and_taken():
            before = engine.workshops[0].executor.num_forwards
            sittings = [engine._sitting(wish(num_inference_steps=10), 0)]
            engine.workshops[0].estimate(sittings)
            await events_of(engine, wish(num_inference_steps=10))
            return sittings[0].job.num_steps, engine.workshops[0].executor.num_forwards - before

        foreseen, taken = run(foreseen_and_taken())

    assert foreseen == taken == 20


def test_a_client_that_listens_for_a_short_time_only_is_refused_at_once(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish()))
        with pytest.raises(OverloadedError, match="longer than you would wait"):
            run(events_of(engine, wish(num_inference_steps=50_000, timeout_s=5)))


def test_nobody_is_refused_for_a_pace_that_nobody_measures_any_more(engine_of):
    with running(engine := engine_of("flux")) as run:
        run(events_of(engine, wish()))
        pace = next(iter(engine.workshops[0].executor.paces.values()))
        for _ in range(40):
            pace.record(500.0, cost=1e-6, now_s=time.monotonic() - 10_000)

        assert engine.estimate(wish()).eta_s > 600
        assert not engine.estimate(wish()).is_sure
        assert run(events_of(engine, wish())), "and this one measures it"


def test_shares_are_fair_between_keys_whoever_their_users_are(engine_of):
    with running(engine := engine_of("flux", max_batch_size=1)) as run:
        run(events_of(engine, wish()))

        async def scene():
            wishes = [wish(api_key="greedy", user=f"user{index}", num_inference_steps=40) for index in range(8)]
            greedy = [asyncio.create_task(events_of(engine, one)) for one in wishes]
            await asyncio.sleep(0.05)
            before = engine.workshops[0].executor.num_forwards
            await events_of(engine, wish(api_key="modest", user="user0", num_inference_steps=10))
            took = engine.workshops[0].executor.num_forwards - before
            for task in greedy:
                task.cancel()
            return took

        assert run(scene()) <= 30


def test_a_warm_up_learns_how_wide_batches_pay_and_what_latents_look_like(engine_of):
    with running(engine := engine_of("flux", warmup=["64x64", "128x128"], steps=4)) as run:
        run(settled(engine))
        curve, model = engine.workshops[0].scheduler.curve, model_of(engine)
        known = {key.shape: rows for key, rows in ((key, sorted(curve._seconds[key])) for key in curve._seconds)}
        forwards = engine.workshops[0].executor.num_forwards
        eta_s = engine.estimate(wish()).eta_s

    assert len(known) == 2
    assert all(rows[0] == 1 and len(rows) > 1 for rows in known.values())
    assert forwards < 2 * 8 * 4, "some were taken together"
    assert model.projection.is_ready
    assert eta_s > 0


def test_a_warm_up_is_in_nobodys_way(engine_of):
    with running(engine := engine_of("flux", warmup="64x64", steps=200, max_batch_size=1)) as run:

        async def scene():
            await asyncio.to_thread(wait_until, lambda: engine.workshops[0].executor.num_forwards > 0)
            ahead = engine.estimate(wish()).ahead
            before = engine.workshops[0].executor.num_forwards
            await events_of(engine, wish(num_inference_steps=6))
            return ahead, engine.workshops[0].executor.num_forwards - before

        ahead, took = run(scene())

    assert ahead == 0
    assert took <= 8


def test_what_a_warm_up_learned_is_kept_at_once(engine_of, tmp_path):
    with running(engine := engine_of("flux", warmup="64x64", steps=4, cache=str(tmp_path / "kept"))) as run:
        run(settled(engine))
        run(asyncio.sleep(0.1))

        kept = {path.suffix for path in (tmp_path / "kept").rglob("*") if path.is_file()}

    assert kept == {".json", ".npz"}


@pytest.mark.parametrize("content", [b"", b"nonsense", b"PK\x03\x04", b'[{"rows": 1}]', b"[3]", b"{}"])
def test_what_was_kept_and_cannot_be_read_is_learned_anew(engine_of, tmp_path, content):
    folder = tmp_path / "kept"
    with running(engine := engine_of("flux", cache=str(folder))) as run:
        run(events_of(engine, wish(n=4, size=Size(128, 128))))
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) == 2
    for file in files:
        file.write_bytes(content)

    with running(engine := engine_of("flux", cache=str(folder))) as run:
        assert run(events_of(engine, wish(partial_images=1)))
