using System.Globalization;
using System.Runtime.CompilerServices;
using EppClient.Bulk;
using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>
/// Transfers many domains from registrant management to an account, with a token for each: registrant management ends on 2028-06-30, and tokens expire 14
/// days after they are created. Domains whose tokens expire first are sent first. Afterwards the batch reads the new registrant of each domain, and sets
/// automatic renewal and name servers as requested.
/// </summary>
/// <remarks>
/// <para>The batch runs four jobs (<see cref="EppBulkJob"/>), each with its own store: transfers, registrants, automatic renewal, name servers. Each transfer
/// is carried out once, even if the process is killed: create the batch again with the same domains and stores, and run it again. A domain that fails does
/// not delay the others.</para>
/// <para>Set <see cref="EppOptions.SponsorId"/> to the handle of the account: without it, the outcome of a transfer that was in progress cannot be determined.
/// The store keeps the tokens until their domains are transferred.</para>
/// <para>Not thread-safe: one run at a time.</para>
/// </remarks>
/// <example>
/// <code>
/// using EppClient.Sqlite;
///
/// await using var database = await EppSqliteDatabase.OpenAsync("take-over.db");
/// DkTransferItem[] domains = [new("eksempel.dk", Token: secret, TokenExpires: DateTimeOffset.UtcNow.AddDays(14), Customer: "K-1001") { AutoRenew = true }];
/// var wave = new DkTransferBatch(new DkRegistrar(pool, "REG-100001"), domains, job => new EppSqliteBulkStore(database, $"2028-05-{job}"));
/// await wave.RunAsync();
/// await foreach (var result in wave.ReadResultsAsync())
/// {
///     Console.WriteLine($"{result.Item.Customer}: {result.Item.Domain} {result.State}, registrant {result.Registrant}");
/// }
/// </code>
/// </example>
public sealed class DkTransferBatch
{
    private const string Transfers = "transfers";
    private const string Registrants = "registrants";
    private const string AutoRenew = "auto-renew";
    private const string NameServers = "name-servers";

    private readonly IDkRegistrar _registrar;
    private readonly IReadOnlyList<DkTransferItem> _domains;
    private readonly Dictionary<string, DkTransferItem> _byName;
    private readonly Func<string, IEppBulkStore> _storeOf;
    private readonly EppBulkOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Creates a batch. Nothing is sent until it runs.</summary>
    /// <param name="registrar">The account. It must be created with a pool.</param>
    /// <param name="domains">The domains, each once. Pass the same domains after a restart.</param>
    /// <param name="storeOf">Opens the store of a job: <c>transfers</c>, <c>registrants</c>, <c>auto-renew</c> or <c>name-servers</c>. Use the same stores after a restart.</param>
    /// <param name="options">Settings of the jobs. Default: null, the defaults.</param>
    /// <param name="timeProvider">The clock against which tokens are checked. Default: the system clock.</param>
    /// <exception cref="ArgumentException">A domain is in the batch twice.</exception>
    public DkTransferBatch(
        IDkRegistrar registrar, IEnumerable<DkTransferItem> domains, Func<string, IEppBulkStore> storeOf, EppBulkOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(registrar);
        ArgumentNullException.ThrowIfNull(domains);
        ArgumentNullException.ThrowIfNull(storeOf);
        (_registrar, _storeOf, _options, _time) = (registrar, storeOf, options ?? new EppBulkOptions(), timeProvider ?? TimeProvider.System);

        // In an order that is the same after a restart.
        _domains = [.. domains.OrderBy(domain => domain.TokenExpires).ThenBy(domain => KeyOf(domain.Domain), StringComparer.Ordinal)];
        _byName = new Dictionary<string, DkTransferItem>(_domains.Count, StringComparer.Ordinal);
        foreach (var domain in _domains)
        {
            if (!_byName.TryAdd(KeyOf(domain.Domain), domain))
            {
                throw new ArgumentException($"{domain.Domain} is in the batch twice. A domain has one token.", nameof(domains));
            }
        }
    }

    /// <summary>
    /// Transfers the remaining domains, reads their registrants, and sets automatic renewal and name servers. Run it again after the process was killed, and
    /// to retry the steps after a transfer. Transfers that the registry refused stay refused: put them into a later batch with new tokens.
    /// </summary>
    /// <param name="progress">Receives the progress of the current job. Default: null.</param>
    /// <param name="cancellationToken">The token to pause the batch. Commands that were sent are awaited and recorded.</param>
    /// <exception cref="EppBulkStoppedException">A job has stopped itself, for example because too many rows failed in a row.</exception>
    /// <exception cref="EppBulkException">A store belongs to another job, or its input is different.</exception>
    /// <exception cref="InvalidOperationException">The registrar was not created with a pool.</exception>
    public async Task RunAsync(IProgress<EppBulkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await RunAsync(Transfers, DkBulkTasks.Transfer(_time), Row, _options, progress, cancellationToken).ConfigureAwait(false);

        // In these jobs each domain that was not transferred fails, so any number of rows may fail.
        var following = _options with { MaxFailuresInARow = null };
        foreach (var (name, task) in new[] { (Registrants, ReadRegistrant()), (AutoRenew, SetAutoRenew()), (NameServers, SetNameServers()) })
        {
            await _storeOf(name).RequeueAsync(EppBulkRowState.Failed, key: null, cancellationToken).ConfigureAwait(false);
            await RunAsync(name, task, RowWithoutToken, following, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the results of the domains, in the order in which their tokens expire.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public async IAsyncEnumerable<DkTransferResult> ReadResultsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var registrants = await ReadAsync(Registrants, cancellationToken).ConfigureAwait(false);
        var renewals = await ReadAsync(AutoRenew, cancellationToken).ConfigureAwait(false);
        var nameServers = await ReadAsync(NameServers, cancellationToken).ConfigureAwait(false);
        var transfers = await ReadAsync(Transfers, cancellationToken).ConfigureAwait(false);
        foreach (var domain in _domains)
        {
            var key = KeyOf(domain.Domain);
            yield return ResultOf(domain, transfers.GetValueOrDefault(key), registrants.GetValueOrDefault(key), [renewals.GetValueOrDefault(key), nameServers.GetValueOrDefault(key)]);
        }
    }

    /// <summary>Finds the domain of this batch that a poll message reports as gained, with its customer.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The domain; null if the message is about something else.</returns>
    public DkTransferItem? Match(DkPollEvent message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message is DkPortfolioChanged { IsGain: not false, Subject: { } subject } ? _byName.GetValueOrDefault(KeyOf(subject)) : null;
    }

    private static string KeyOf(string domain) => EppDomainName.From(domain).Ascii;

    private static EppBulkRow Row(DkTransferItem domain) => EppBulkRow.FromColumns(
        KeyOf(domain.Domain),
        KeyValuePair.Create("domain", domain.Domain),
        KeyValuePair.Create("token", domain.Token),
        KeyValuePair.Create("expires", domain.TokenExpires.ToString("O", CultureInfo.InvariantCulture)));

    private static EppBulkRow RowWithoutToken(DkTransferItem domain) => EppBulkRow.FromColumns(
        KeyOf(domain.Domain),
        KeyValuePair.Create("domain", domain.Domain),
        KeyValuePair.Create("autorenew", domain.AutoRenew switch { true => "on", false => "off", null => string.Empty }),
        KeyValuePair.Create("nameservers", string.Join(' ', domain.NameServers)));

    private async Task RunAsync(
        string name, EppBulkTask task, Func<DkTransferItem, EppBulkRow> rowOf, EppBulkOptions options, IProgress<EppBulkProgress>? progress, CancellationToken cancellationToken) =>
        await _registrar.CreateJob(_storeOf(name), task, options).RunAsync(_domains.Select(rowOf).ToAsyncEnumerable(), progress, cancellationToken).ConfigureAwait(false);

    private EppBulkTask ReadRegistrant() => EppBulkTask.ForEachRow(
        "read registrants of domains taken over",
        row => new DomainInfo(row.Column("domain")),
        response => response.DataElements.OfType<DomainInfoResult>().FirstOrDefault() is { } info && IsOurs(info) ? info.Registrant : throw NotTakenOver());

    private EppBulkTask SetAutoRenew() => EppBulkTask.ForEachRow("set auto-renew of domains taken over", async (row, client, token) =>
    {
        var info = await InfoAsync(row, client, token).ConfigureAwait(false);
        return row.ColumnOrNull("autorenew") is { } wanted && info.Extension<DkDomainInfoResult>()?.AutoRenew != (wanted == "on")
            ? DkDomain.SetAutoRenew(info.Data.Name, wanted == "on")
            : null;
    });

    private EppBulkTask SetNameServers() => EppBulkTask.ForEachRow("set name servers of domains taken over", async (row, client, token) =>
    {
        var info = await InfoAsync(row, client, token).ConfigureAwait(false);
        return row.ColumnOrNull("nameservers") is null ? null : DkDesiredState.SetNameServers(info.Data, EppBulkTasks.NameServersOf(row));
    });

    private async Task<EppResponse<DomainInfoResult>> InfoAsync(EppBulkRow row, IEppClient client, CancellationToken cancellationToken)
    {
        var info = await client.SendAsync(new DomainInfo(row.Column("domain")), cancellationToken).ConfigureAwait(false);
        return IsOurs(info.Data) ? info : throw NotTakenOver();
    }

    // Failed rows are retried in the next run.
    private static EppBulkRowException NotTakenOver() => new("The domain was not transferred.");

    private bool IsOurs(DomainInfoResult info) => string.Equals(info.SponsoringClientId, _registrar.Handle, StringComparison.OrdinalIgnoreCase);

    private async Task<Dictionary<string, EppBulkResult>> ReadAsync(string name, CancellationToken cancellationToken)
    {
        Dictionary<string, EppBulkResult> results = new(_domains.Count, StringComparer.Ordinal);
        await foreach (var result in _storeOf(name).ReadResultsAsync(cancellationToken).ConfigureAwait(false))
        {
            results[result.Key] = result;
        }

        return results;
    }

    private static DkTransferResult ResultOf(DkTransferItem domain, EppBulkResult? transfer, EppBulkResult? registrant, IReadOnlyList<EppBulkResult?> settings)
    {
        if (transfer?.State != EppBulkRowState.Done)
        {
            var state = transfer?.State switch
            {
                EppBulkRowState.Failed => DkTransferState.Refused,
                EppBulkRowState.Unknown => DkTransferState.Unknown,
                _ => DkTransferState.Pending,
            };
            return new DkTransferResult(domain, state) { Message = transfer?.Message };
        }

        var open = settings.Prepend(registrant).FirstOrDefault(result => result?.State != EppBulkRowState.Done);
        var isComplete = registrant?.Value is not null && settings.All(result => result?.State == EppBulkRowState.Done);
        return new DkTransferResult(domain, isComplete ? DkTransferState.Done : DkTransferState.Transferred) { Registrant = registrant?.Value, Message = isComplete ? null : open?.Message };
    }
}
