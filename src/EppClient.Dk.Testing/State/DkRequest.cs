using System.Text.Json.Serialization;

namespace EppClient.Dk.Testing.State;

/// <summary>A request that a person has to accept or refuse, outside EPP. Plain data, so that it can be saved with the state.</summary>
/// <param name="Person">The handle of the person who decides.</param>
/// <param name="Subject">The name of the domain or host.</param>
/// <param name="Expires">When it expires.</param>
[JsonDerivedType(typeof(NameServerConsent), "nameServers")]
[JsonDerivedType(typeof(RegistrantConsent), "registrant")]
[JsonDerivedType(typeof(RoleConsent), "role")]
[JsonDerivedType(typeof(DeletionConsent), "deletion")]
[JsonDerivedType(typeof(HostConsent), "host")]
[JsonDerivedType(typeof(HostManagerConsent), "hostManager")]
[JsonDerivedType(typeof(NewManagerConsent), "newManager")]
internal abstract record DkRequest(string Person, EppDomainName Subject, DateTimeOffset Expires)
{
    /// <summary>The question for the person.</summary>
    [JsonIgnore]
    public abstract string Description { get; }

    /// <summary>Whether a contact is involved.</summary>
    public virtual bool Concerns(string handle) => DkHandle.Same(Person, handle);

    public abstract void Accept(DkState state);

    public abstract void Refuse(DkState state);

    public abstract void Expire(DkState state);
}
