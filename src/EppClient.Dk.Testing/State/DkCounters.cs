namespace EppClient.Dk.Testing.State;

/// <summary>The registry's counters, so that no number is used twice.</summary>
internal sealed record DkCounters(DateOnly TrackingDay, int TrackingNumber, int HandleNumber, long MessageNumber);
