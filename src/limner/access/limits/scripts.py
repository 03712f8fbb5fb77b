"""What Redis runs. Each script is atomic, uses the clock of Redis, and either does all of its writes or none.

A window is a list of times, the newest first, as the library `limits` stores its moving windows. The running requests
of an owner are a sorted set of ids by the ends of their leases.
"""

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Script:
    text: str
    sha: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha", hashlib.sha1(self.text.encode(), usedforsecurity=False).hexdigest())


TAKE = Script("""
-- KEYS: the windows, then the running requests
-- ARGV: deadline, seconds of a window, seconds of a lease, 1 to take or 0 to look, id, most running requests or -1,
-- then the limit and the amount of each window
-- returns: now, 1 if there is room, the number of running requests, then for each window what is used, the time of its
-- newest entry, and that of the newest one that must leave before the amount fits
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local stamp = string.format('%.6f', now)
local deadline, expiry, lease = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local is_taking, id, max_running = ARGV[4] == '1', ARGV[5], tonumber(ARGV[6])
if deadline > 0 and now > deadline then
    return {stamp, -1, 0}
end
local start, num_windows = now - expiry, #KEYS - 1
local has_room, reply = true, {}

local function entry(key, index)
    return tonumber(redis.call('LINDEX', key, index) or nil)
end

local function count(key)
    local low, high = 0, redis.call('LLEN', key)
    while low < high do
        local middle = math.floor((low + high) / 2)
        if entry(key, middle) >= start then low = middle + 1 else high = middle end
    end
    return low
end

for i = 1, num_windows do
    local limit, amount = tonumber(ARGV[5 + 2 * i]), tonumber(ARGV[6 + 2 * i])
    local used = count(KEYS[i])
    local blocking = used > limit - amount
    has_room = has_room and not blocking
    reply[#reply + 1] = used
    reply[#reply + 1] = used > 0 and redis.call('LINDEX', KEYS[i], 0) or ''
    reply[#reply + 1] = blocking and redis.call('LINDEX', KEYS[i], limit - amount) or ''
end
local running, num_running = KEYS[#KEYS], 0
if max_running >= 0 then
    num_running = redis.call('ZCOUNT', running, '(' .. stamp, '+inf')
    has_room = has_room and num_running < max_running
end

if is_taking and has_room then
    for i = 1, num_windows do
        local amount = tonumber(ARGV[6 + 2 * i])
        for _ = 1, amount do
            redis.call('LPUSH', KEYS[i], stamp)
        end
        redis.call('LTRIM', KEYS[i], 0, reply[3 * i - 2] + amount - 1)
        redis.call('EXPIRE', KEYS[i], expiry)
    end
    if max_running >= 0 then
        redis.call('ZREMRANGEBYSCORE', running, '-inf', stamp)
        redis.call('ZADD', running, string.format('%.6f', now + lease), id)
        redis.call('EXPIRE', running, lease)
    end
end
return {stamp, has_room and 1 or 0, num_running, unpack(reply)}
""")

RENEW = Script("""
-- KEYS: of running requests. ARGV: seconds of a lease, then the id in each of KEYS
-- returns: now
local time = redis.call('TIME')
local now, lease = time[1] + time[2] / 1000000, tonumber(ARGV[1])
local ends = string.format('%.6f', now + lease)
for i, key in ipairs(KEYS) do
    redis.call('ZADD', key, ends, ARGV[i + 1])
    redis.call('EXPIRE', key, lease)
end
return {string.format('%.6f', now)}
""")
