namespace EppClient.Protocol;

/// <summary>A command that asks whether objects exist (RFC 5730, section 2.9.2.1); for extensions that ride on a check of whatever object.</summary>
public interface IEppCheckCommand : IEppCommand;

/// <summary>A command that asks for an object (RFC 5730, section 2.9.2.2).</summary>
public interface IEppInfoCommand : IEppCommand;

/// <summary>A command that makes an object (RFC 5730, section 2.9.3.1).</summary>
public interface IEppCreateCommand : IEppCommand;

/// <summary>A command that removes an object (RFC 5730, section 2.9.3.2).</summary>
public interface IEppDeleteCommand : IEppCommand;

/// <summary>A command that prolongs an object's life (RFC 5730, section 2.9.3.3).</summary>
public interface IEppRenewCommand : IEppCommand;

/// <summary>A command that changes an object (RFC 5730, section 2.9.3.5).</summary>
public interface IEppUpdateCommand : IEppCommand;
