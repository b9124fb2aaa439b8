"""Which news a piece of screen follows, named by what it shows."""

import agenda.facts as agenda
import meetings.facts as meetings
from voting import facts as voting

AGENDA = frozenset(
    fact.kind
    for fact in (
        agenda.ItemAdded,
        agenda.ItemsAdded,
        agenda.ItemChanged,
        agenda.AgendaOrdered,
        agenda.ItemRemoved,
        agenda.AccountableListed,
        agenda.DocumentAttached,
        agenda.DocumentRenamed,
        agenda.DocumentsOrdered,
        agenda.DocumentRemoved,
    )
)
PROPOSALS = frozenset(
    {
        agenda.ProposalMade.kind,
        agenda.ProposalWithdrawn.kind,
        voting.ProposalRefused.kind,
        voting.RefusalUndone.kind,
    }
)
MEETING = frozenset(
    fact.kind
    for fact in (
        meetings.MeetingConvened,
        meetings.MeetingChanged,
        meetings.MeetingOpened,
        meetings.RollCalled,
        meetings.ChairTaken,
        meetings.MeetingAdjourned,
        meetings.MeetingResumed,
        meetings.MeetingClosed,
    )
)
ITEM = frozenset(
    fact.kind
    for fact in (
        meetings.ItemAssented,
        meetings.LeaveGiven,
        meetings.ItemOpened,
        meetings.StepTaken,
        meetings.ItemClosed,
    )
)
ROLL = frozenset(
    fact.kind
    for fact in (
        meetings.MemberArrived,
        meetings.MemberAbsent,
        meetings.MemberLeft,
        meetings.MemberMoved,
        meetings.MemberIdentified,
        meetings.MemberRecused,
        meetings.RecusalEnded,
    )
)
DISTANCE = frozenset(
    {
        meetings.RemoteRequested.kind,
        meetings.RemoteWithdrawn.kind,
        meetings.RemoteAnswered.kind,
    }
)
ROOM = frozenset({meetings.MemberAttested.kind})
LINES = frozenset({meetings.LineLost.kind, meetings.LineBack.kind})
FLOOR = frozenset(
    fact.kind
    for fact in (
        meetings.FloorRequested,
        meetings.FloorWithdrawn,
        meetings.FloorMoved,
        meetings.FloorKindChanged,
        meetings.FloorGiven,
        meetings.FloorEnded,
        meetings.ListClosed,
        meetings.ListReopened,
    )
)
HELP = frozenset(
    fact.kind for fact in (meetings.HelpAsked, meetings.HelpAnswered, meetings.HelpEnded)
)
DOCUMENT = frozenset({meetings.DocumentShown.kind})
ELECTION = frozenset({"election.moved"})
URN = frozenset({"urn"})
BALLOTS = frozenset({voting.BallotCast.kind})
REMINDED = frozenset({"vote.reminded"})
ACCLAMATION = frozenset(
    {
        "acclamation.level",
        voting.AcclamationOpened.kind,
        voting.AcclamationFound.kind,
        voting.DivisionDemanded.kind,
    }
)
VOTE = frozenset(
    fact.kind
    for fact in (
        voting.VoteOpened,
        voting.VoteClosing,
        voting.VoteClosingStopped,
        voting.VoteClosed,
        voting.VoteAbandoned,
        voting.TieBroken,
        voting.LotDrawn,
    )
)
DECISION = frozenset(
    fact.kind
    for fact in (
        voting.OrderApproved,
        voting.ElectionRequested,
        voting.ElectionNominated,
        voting.NominationWithdrawn,
        voting.ElectionAbandoned,
        voting.ElectionOpened,
        voting.ElectionClosed,
        voting.ElectionLotDrawn,
        voting.ElectionPaperCounted,
        voting.ElectionCounted,
        voting.DecisionGavelled,
        voting.DecisionUndone,
        voting.StatementMade,
        voting.StatementWithdrawn,
    )
)
"""Moves the item from one step to another, whoever looks on."""
STEPS = MEETING | ITEM | ACCLAMATION | VOTE | DECISION | ELECTION
LEVEL = frozenset({"acclamation.level"})
"""The same for those who are not shown how loud the answer from a distance is."""
STEPS_ONLY = STEPS - LEVEL
DESK = frozenset(
    {
        "desk.line",
        "desk.document",
        "access.code_used",
        meetings.DocumentOffered.kind,
        meetings.DocumentAnswered.kind,
    }
)
