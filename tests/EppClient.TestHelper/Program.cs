using EppClient.TestHelper.Bulk;
using EppClient.TestHelper.Journal;
using EppClient.TestHelper.Poll;
using EppClient.TestHelper.Redis;

// A process of a registrar, for tests that kill it.
switch (args)
{
    case ["journal", var port, var authority, var user, var password, var journal, var hostName, ("send" or "hold") and var mode]:
        await JournalWork.RunAsync(port, authority, user, password, journal, hostName, isHeld: mode == "hold");
        return 0;
    case ["bulk", var kind, var place, var what, var rows, var port, var authority, var user, var password, var secondsAhead]:
        await BulkWork.RunAsync(kind, place, what, rows, port, authority, user, password, secondsAhead);
        return 0;
    case ["wave", var place, var input, var port, var authority, var user, var password]:
        await TransferBatchWork.RunAsync(place, input, port, authority, user, password);
        return 0;
    case ["poll", var work, var place, var port, var authority]:
        await PollWork.RunAsync(work, place, port, authority);
        return 0;
    case ["redis", var way, var redis, var key, var maximum, var lease, var target, var name, var wanted]:
        await RedisWork.RunAsync(way, redis, key, maximum, lease, target, name, wanted);
        return 0;
    case ["host", var redis, var maximum, var target]:
        await HostWork.RunAsync(redis, maximum, target);
        return 0;
    default:
        await Console.Error.WriteLineAsync(string.Join('\n', BulkWork.Usage, TransferBatchWork.Usage, HostWork.Usage, JournalWork.Usage, PollWork.Usage, RedisWork.Usage));
        return 2;
}
