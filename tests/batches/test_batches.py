"""The batches endpoints, driven by the official client."""

import json

from batch_files import input_line, results_of, submit, wait_for_batch


def test_batch_draws_each_line(server):
    with server.client() as client:
        batch = submit(client, [input_line(number) for number in range(5)])
        done = wait_for_batch(client, batch.id)
        results = results_of(client, done.output_file_id)

    assert done.status == "completed"
    assert done.error_file_id is None
    assert [one["custom_id"] for one in results] == [f"line-{number}" for number in range(5)]
    assert {one["response"]["status_code"] for one in results} == {200}
    assert json.dumps(results[0]["response"]["body"])
