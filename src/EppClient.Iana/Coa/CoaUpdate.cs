using EppClient.Xml;

namespace EppClient.Iana.Coa;

/// <summary>Changes the attributes of an object: removes some, then adds or overwrites others.</summary>
[EppElement(IanaNamespaces.Coa, "update")]
public sealed partial record CoaUpdate
{
    /// <summary>Adds or overwrites attributes.</summary>
    /// <param name="attributes">The attributes.</param>
    public static CoaUpdate Set(params IReadOnlyList<CoaPair> attributes) => new() { Put = new CoaMap { Attributes = attributes } };

    /// <summary>Removes attributes.</summary>
    /// <param name="keys">Their keys.</param>
    public static CoaUpdate Without(params IReadOnlyList<string> keys) => new() { Remove = new CoaRemoval { Keys = keys } };
}
