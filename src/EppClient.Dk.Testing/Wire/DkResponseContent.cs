using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>The content of a response: the object's element in resData, and the elements in extension.</summary>
internal sealed record DkResponseContent(IEppElement? Data = null)
{
    public IReadOnlyList<Action<EppXmlWriter>> Extensions { get; init; } = [];
}
