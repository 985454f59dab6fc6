using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>The poll command, which has only attributes and no object (RFC 5730, section 2.9.2.3).</summary>
internal interface IPollCommand : IEppCommand
{
    /// <summary>Whether the command does not change the queue.</summary>
    bool OnlyReads { get; }

    void WriteAttributes(EppXmlWriter writer);
}
