using EppClient.Protocol;
using EppClient.Xml;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Recovery;

/// <summary>A registry with prepared responses that records the queries.</summary>
internal sealed class FakeRegistryQueries : IRegistryQueries
{
    public static readonly DateTimeOffset WrittenAt = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Queue<EppResponse> _responses = new();
    private readonly FakeTimeProvider _time = new(WrittenAt.AddSeconds(30));

    /// <summary>How far the registry's clock is ahead of this machine's.</summary>
    public TimeSpan Skew { get; init; }

    public bool KnowsSponsorId { get; init; }

    /// <summary>Whether the command was recorded by an earlier process.</summary>
    public bool IsFromJournal { get; init; }

    public List<IEppCommand> Asked { get; } = [];

    public FakeRegistryQueries Respond(int code, params IReadOnlyList<IEppElement> data) => Respond(code, data, []);

    public FakeRegistryQueries Respond(EppResponse response)
    {
        _responses.Enqueue(response);
        return this;
    }

    public FakeRegistryQueries RespondToPoll(int code, string? messageId)
    {
        _responses.Enqueue(new EppResponse(
            new EppResponseContent
            {
                Results = [new EppResult { Code = new EppResultCode(code), Message = "Text" }],
                MessageQueue = messageId is null ? null : new EppQueueInfo { Count = 1, Id = messageId },
                ServerTransactionId = "S-1",
            },
            null));
        return this;
    }

    public FakeRegistryQueries Respond(int code, IReadOnlyList<IEppElement> data, IReadOnlyList<IEppElement> extensions)
    {
        _responses.Enqueue(new EppResponse(
            new EppResponseContent
            {
                Results = [new EppResult { Code = new EppResultCode(code), Message = "Text" }],
                Data = data,
                Extensions = extensions,
                ServerTransactionId = "S-1",
            },
            null));
        return this;
    }

    /// <summary>How far the clock of the machine that sent the command was ahead of this machine's.</summary>
    public TimeSpan WriterSkew { get; init; }

    /// <summary>The registry's time when the command was written, if the journal has it.</summary>
    public DateTimeOffset? RegistryTime { get; init; }

    public Task<EppReconciliation> ReconcileAsync(IEppCommand command, IReadOnlyList<IEppElement>? extensions = null)
    {
        var unsettled = new EppIndeterminateCommand(command, () => extensions ?? [], "C-1", WrittenAt + WriterSkew, (_, _) => throw new NotSupportedException())
        {
            RegistryTime = RegistryTime,
            IsFromJournal = IsFromJournal,
        };
        var reconciler = EppProfiles.Standard.Reconcilers.First(candidate => candidate.CanReconcile(unsettled));
        return reconciler.ReconcileAsync(new EppReconciliationContext(unsettled, this, "REG-1", KnowsSponsorId, _time), CancellationToken.None);
    }

    Task<EppResponse> IRegistryQueries.QueryAsync(IEppCommand query, CancellationToken cancellationToken)
    {
        EppResilience.OnlyReads(query).Should().BeTrue("reconciliation only reads");
        Asked.Add(query);
        return Task.FromResult(_responses.Dequeue());
    }

    DateTimeOffset? IRegistryQueries.RegistryTime => null;

    Task<EppGreeting> IRegistryQueries.GetGreetingAsync(CancellationToken cancellationToken)
    {
        var greeting = $"""
            <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><greeting><svID>Test</svID><svDate>{_time.GetUtcNow() + Skew:yyyy-MM-dd'T'HH:mm:ss'Z'}</svDate>
            <svcMenu><version>1.0</version><lang>en</lang><objURI>urn:ietf:params:xml:ns:domain-1.0</objURI></svcMenu>
            <dcp><access><all/></access><statement><purpose><prov/></purpose><recipient><ours/></recipient><retention><stated/></retention></statement></dcp>
            </greeting></epp>
            """;
        return Task.FromResult(MessageReader.ReadGreeting(System.Text.Encoding.UTF8.GetBytes(greeting), EppXmlDialect.Standard));
    }
}
