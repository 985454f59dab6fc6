using System.Text.Json.Serialization;

namespace EppClient.Dk.Testing.State;

/// <summary>Something that waits for a person's yes or no, outside EPP. Plain data, so that it outlives the process in a saved state.</summary>
/// <param name="Person">The handle of who decides.</param>
/// <param name="Subject">The name of the domain or host that it is about.</param>
/// <param name="Expires">When it lapses.</param>
[JsonDerivedType(typeof(NameServerConsent), "nameServers")]
[JsonDerivedType(typeof(RegistrantConsent), "registrant")]
[JsonDerivedType(typeof(RoleConsent), "role")]
[JsonDerivedType(typeof(DeletionConsent), "deletion")]
[JsonDerivedType(typeof(HostConsent), "host")]
[JsonDerivedType(typeof(HostManagerConsent), "hostManager")]
[JsonDerivedType(typeof(NewManagerConsent), "newManager")]
internal abstract record DkRequest(string Person, DkDomainName Subject, DateTimeOffset Expires)
{
    /// <summary>What the person is asked.</summary>
    [JsonIgnore]
    public abstract string Description { get; }

    /// <summary>Whether a contact has a part in it.</summary>
    public virtual bool Concerns(string handle) => DkHandle.Same(Person, handle);

    public abstract void Accept(DkState state);

    public abstract void Refuse(DkState state);

    public abstract void Expire(DkState state);
}
