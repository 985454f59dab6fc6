using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>What an answer carries: the object's element under resData, and what goes under extension.</summary>
internal sealed record DkResponseContent(IEppElement? Data = null)
{
    public IReadOnlyList<Action<EppXmlWriter>> Extensions { get; init; } = [];
}
