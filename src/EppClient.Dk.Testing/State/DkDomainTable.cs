using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace EppClient.Dk.Testing.State;

/// <summary>The domains. Every change passes here, so that an observer sees it with the time at which it happens.</summary>
internal sealed class DkDomainTable(DkState state) : IReadOnlyDictionary<EppDomainName, DkDomainRecord>
{
    private readonly Dictionary<EppDomainName, DkDomainRecord> _domains = [];

    public int Count => _domains.Count;

    public IEnumerable<EppDomainName> Keys => _domains.Keys;

    public IEnumerable<DkDomainRecord> Values => _domains.Values;

    public DkDomainRecord this[EppDomainName key]
    {
        get => _domains[key];
        set
        {
            var before = _domains.GetValueOrDefault(key);
            _domains[key] = value;
            Report(key, before, value);
        }
    }

    public bool ContainsKey(EppDomainName key) => _domains.ContainsKey(key);

    public bool TryGetValue(EppDomainName key, [MaybeNullWhen(false)] out DkDomainRecord value) => _domains.TryGetValue(key, out value);

    public bool TryAdd(EppDomainName key, DkDomainRecord value)
    {
        var isNew = _domains.TryAdd(key, value);
        if (isNew)
        {
            Report(key, null, value);
        }

        return isNew;
    }

    public bool Remove(EppDomainName key)
    {
        var isRemoved = _domains.Remove(key, out var before);
        if (isRemoved)
        {
            Report(key, before, null);
        }

        return isRemoved;
    }

    public IEnumerator<KeyValuePair<EppDomainName, DkDomainRecord>> GetEnumerator() => _domains.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Report(EppDomainName name, DkDomainRecord? before, DkDomainRecord? after)
    {
        if (before != after)
        {
            state.Options.DomainObserver?.Invoke(new DkDomainChange(state.Now, name, before, after));
        }
    }
}
