using EppClient.Bulk;

namespace EppClient.Tests.Bulk;

public sealed class BulkLedgerTests
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
        List<Exception> told = [];
        var ledger = new BulkLedger(new BrokenBulkStore(failure), told.Add, () => { });

        for (var number = 1; number <= 2; number++)
        {
            (await ledger.Awaiting(l => l.StartAsync(number, Record, CancellationToken.None).AsTask()).Should().ThrowAsync<EppJournalException>())
                .WithMessage("*was not sent*");
        }

        await ledger.NoteAsync(EppBulkEntry.Withdraw(1));
        await ledger.CloseAsync();
        told.Should().Equal(failure);
    }

    [Fact(Timeout = 30_000)]
    public async Task Command_is_refused_when_the_job_has_ended()
    {
        var ledger = new BulkLedger(new EppMemoryBulkStore(), _ => { }, () => { });
        await ledger.CloseAsync();

        await ledger.Awaiting(l => l.StartAsync(1, Record, CancellationToken.None).AsTask()).Should().ThrowAsync<EppJournalException>().WithMessage("*has ended*");
    }
}
