using EppClient.Bulk;
using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>An account that must not be used: nothing is sent to the registry during its own request.</summary>
internal sealed class UnusedRegistrar : IDkRegistrar
{
    public string Handle => "REG-100001";

    public IDkDomain Domain(string name) => throw Used();

    public Task<DkHandledDomain> GetDomainAsync(string name, CancellationToken cancellationToken = default) => throw Used();

    public Task<DkHandledContact> GetContactAsync(string id, CancellationToken cancellationToken = default) => throw Used();

    public Task<DkHandledHost> GetHostAsync(string name, CancellationToken cancellationToken = default) => throw Used();

    public Task<BalanceInfoResult> GetBalanceAsync(CancellationToken cancellationToken = default) => throw Used();

    public Task<DkCreatedContact> CreateOrReuseContactAsync(DkNewContact contact, CancellationToken cancellationToken = default) => throw Used();

    public Task<DkCreatedContact> CreateContactAsync(DkNewContact contact, CancellationToken cancellationToken = default) => throw Used();

    public Task<EppResponse> ApplyAsync(DkDomainApplication application, CancellationToken cancellationToken = default) => throw Used();

    public Task<DkRegistrarDomain> TransferAsync(string name, string token, CancellationToken cancellationToken = default) => throw Used();

    public EppBulkJob CreateJob(IEppBulkStore store, EppBulkTask task, EppBulkOptions? options = null) => throw Used();

    private static NotSupportedException Used() => new("The account was used.");
}
