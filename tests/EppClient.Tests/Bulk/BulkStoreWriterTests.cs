using EppClient.Bulk;

namespace EppClient.Tests.Bulk;

public sealed class BulkStoreWriterTests
{
    private static readonly EppJournalRecord Record = new()
    {
        Id = "1",
        Account = "REG-1@epp.example:700",
        ClientTransactionId = "C-1",
        WrittenAt = DateTimeOffset.UnixEpoch,
        Command = "update domain",
        Message = "<epp/>"u8.ToArray(),
    };

    [Fact(Timeout = 30_000)]
    public async Task Command_is_refused_when_the_store_has_failed_before()
    {
        var failure = new IOException("The disk is full.");
        List<Exception> reported = [];
        var writer = new BulkStoreWriter(new BrokenBulkStore(failure), reported.Add, () => { });

        for (var number = 1; number <= 2; number++)
        {
            (await writer.Awaiting(l => l.StartAsync(number, Record, CancellationToken.None).AsTask()).Should().ThrowAsync<EppJournalException>())
                .WithMessage("*was not sent*");
        }

        await writer.NoteAsync(EppBulkEntry.Withdraw(1));
        await writer.CloseAsync();
        reported.Should().Equal(failure);
    }

    [Fact(Timeout = 30_000)]
    public async Task Command_is_refused_when_the_job_has_ended()
    {
        var writer = new BulkStoreWriter(new EppMemoryBulkStore(), _ => { }, () => { });
        await writer.CloseAsync();

        await writer.Awaiting(l => l.StartAsync(1, Record, CancellationToken.None).AsTask()).Should().ThrowAsync<EppJournalException>().WithMessage("*has ended*");
    }
}
