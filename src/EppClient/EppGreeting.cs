using System.Globalization;
using System.Text;
using EppClient.Xml;

namespace EppClient;

/// <summary>The greeting that the registry sends when a session opens and in response to hello (RFC 5730, section 2.4).</summary>
public sealed record EppGreeting
{
    /// <summary>The name of the server, often with its version.</summary>
    public required string ServerId { get; init; }

    /// <summary>The time of the server's clock.</summary>
    /// <exception cref="EppUnreadableMemberException">The date is missing or cannot be read.</exception>
    public required DateTimeOffset ServerDate
    {
        get => ServerDateOrNull ?? throw new EppUnreadableMemberException($"{nameof(EppGreeting)}.{nameof(ServerDate)}", ReadDiagnostics.FirstOrDefault(d => d.Path == "epp/greeting/svDate"));
        init => ServerDateOrNull = value;
    }

    /// <summary>The protocol versions that the server offers.</summary>
    public required IReadOnlyList<string> Versions { get; init; }

    /// <summary>The languages that the server offers.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The namespaces of the objects that the server offers.</summary>
    public required IReadOnlyList<string> ObjectUris { get; init; }

    /// <summary>The namespaces of the extensions that the server offers.</summary>
    public IReadOnlyList<string> ExtensionUris { get; init; } = [];

    /// <summary>The data collection policy; null if the greeting contains none.</summary>
    public EppDataCollectionPolicy? DataCollectionPolicy { get; init; }

    /// <summary>The parts of the greeting that violate its schema; empty if there are none.</summary>
    public IReadOnlyList<EppReadDiagnostic> ReadDiagnostics { get; internal init; } = [];

    internal DateTimeOffset? ServerDateOrNull { get; init; }

    /// <summary>The name of the server.</summary>
    public override string ToString() => ServerId;
}

/// <summary>The data collection policy of the registry (<c>dcp</c>; RFC 5730, section 2.4). Values are the element names of the RFC.</summary>
public sealed record EppDataCollectionPolicy
{
    /// <summary>The access that data subjects have to their data: all, none, null, other, personal or personalAndOther.</summary>
    public required string Access { get; init; }

    /// <summary>The statements.</summary>
    public required IReadOnlyList<EppDataCollectionStatement> Statements { get; init; }
}

/// <summary>A statement of a data collection policy.</summary>
public sealed record EppDataCollectionStatement
{
    /// <summary>The purposes of collection: admin, contact, other, prov.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>The recipients: other, ours, public, same, unrelated.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The retention: business, indefinite, legal, none or stated.</summary>
    public required string Retention { get; init; }
}

/// <summary>The differences between a greeting and the previous one, or, for the first greeting, the profile.</summary>
public sealed record EppGreetingChange
{
    /// <summary>The greeting.</summary>
    public required EppGreeting Greeting { get; init; }

    /// <summary>The previous greeting; null for the first of a pool.</summary>
    public EppGreeting? Previous { get; init; }

    /// <summary>
    /// The services that are newly offered, or, for the first greeting, are not in <see cref="EppProfile.OfferedServices"/>; as the registry spells
    /// them.
    /// </summary>
    public IReadOnlyList<string> AddedServices { get; init; } = [];

    /// <summary>
    /// The services that are no longer offered, or, for the first greeting, are missing although the profile lists them; as the registry spells them.
    /// </summary>
    public IReadOnlyList<string> RemovedServices { get; init; } = [];

    /// <summary>Whether the name of the server, which often contains a version, or the protocol versions changed.</summary>
    public bool HasServerChanged { get; init; }

    /// <summary>
    /// How far the registry's clock is ahead of this machine's clock, if the difference now exceeds <see cref="EppObservabilityOptions.MaxClockSkew"/> or no
    /// longer does; otherwise null.
    /// </summary>
    public TimeSpan? ClockSkew { get; init; }

    internal bool IsEmpty => AddedServices.Count == 0 && RemovedServices.Count == 0 && !HasServerChanged && ClockSkew is null;

    /// <summary>All differences in one line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"The greeting of {Greeting.ServerId}");
        var separator = " ";
        Append(AddedServices, Previous is null ? "offers, unknown to the profile," : "newly offers");
        Append(RemovedServices, Previous is null ? "does not offer, though the profile says so," : "no longer offers");
        if (HasServerChanged)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"speaks {string.Join(", ", Greeting.Versions)}; before it was {Previous?.ServerId} with {string.Join(", ", Previous?.Versions ?? [])}"));
        }

        if (ClockSkew is { } skew)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"has a clock that is {Math.Abs(skew.TotalSeconds):0} s {(skew < TimeSpan.Zero ? "behind" : "ahead of")} this machine's"));
        }

        return text.ToString();

        void Append(IReadOnlyList<string> services, string verb)
        {
            if (services.Count > 0)
            {
                Add($"{verb} {string.Join(", ", services)}");
            }
        }

        void Add(string part)
        {
            text.Append(separator).Append(part);
            separator = "; ";
        }
    }
}
