"""What crates/ranking should say of panel.csv, derived anew from the definitions (numpy and scipy, dense matrices, no code
in common with the crate): `python3 derive.py` writes expected.csv beside itself."""
import csv, itertools, math, os
from fractions import Fraction
import numpy as np
from scipy.optimize import minimize

HERE = os.path.dirname(os.path.abspath(__file__))
CRITERIA = {  # weight, lowest, highest, higher is better
    "impact": (3, Fraction(0), Fraction(10), True),
    "cost": (2, Fraction(0), Fraction(5), False),
    "reach": (1, Fraction(1), Fraction(7), True),
}
rows = list(csv.DictReader(open(os.path.join(HERE, "panel.csv"))))
out = []
def say(what, of, value):
    out.append((what, of, repr(float(value))))

# Shares of the scale, exactly.
x, weight, order = {}, {}, {}
for row in rows:
    review = (row["entry"], row["judge"])
    weight[review] = float(row["review_weight"] or 1)
    order[review] = int(row["judging_order"])
    w, low, high, up = CRITERIA[row["criterion"]]
    share = (Fraction(row["score"]) - low) / (high - low)
    x[review + (row["criterion"],)] = share if up else 1 - share
reviews = sorted(weight)
entries, judges = sorted({r[0] for r in reviews}), sorted({r[1] for r in reviews})

# Totals with criteria that did not apply: judging-science.md, 2a.
mean_of = {c: sum(v for k, v in x.items() if k[2] == c) / sum(1 for k in x if k[2] == c) for c in CRITERIA}
whole = sum(one[0] for one in CRITERIA.values())
def total(review):
    answered = [c for c in CRITERIA if review + (c,) in x]
    there = sum(CRITERIA[c][0] for c in answered)
    distance = sum(CRITERIA[c][0] * (x[review + (c,)] - mean_of[c]) for c in answered) / there
    return 100 * (distance + sum(CRITERIA[c][0] * mean_of[c] for c in CRITERIA) / Fraction(whole))
y = {r: total(r) for r in reviews}
for r in reviews:
    say("total", f"{r[1]} {r[0]}", y[r])

def reml(values, weights, fixed=None):
    """Restricted maximum likelihood from the definition: y ~ N(mu, s2 (Omega^-1 + ta2 Za Za' + tb2 Zb Zb'))."""
    keys = sorted(values)
    es, js = sorted({k[0] for k in keys}), sorted({k[1] for k in keys})
    n = len(keys)
    v = np.array([float(values[k]) for k in keys])
    omega = np.array([weights[k] for k in keys])
    za, zb = np.zeros((n, len(es))), np.zeros((n, len(js)))
    for i, (e, j) in enumerate(keys):
        za[i, es.index(e)] = zb[i, js.index(j)] = 1
    one = np.ones(n)
    def parts(theta):
        big = np.diag(1 / omega) + theta[0] ** 2 * za @ za.T + theta[1] ** 2 * zb @ zb.T
        inverse = np.linalg.inv(big)
        information = one @ inverse @ one
        mu = one @ inverse @ v / information
        squares = (v - mu) @ inverse @ (v - mu)
        d = np.linalg.slogdet(big)[1] + math.log(information) + (n - 1) * (1 + math.log(2 * math.pi * squares / (n - 1)))
        return d, big, inverse, information, mu, squares / (n - 1)
    if fixed is None:
        best = None
        for start in itertools.product([-1.5, 0.0, 1.0], repeat=2):
            got = minimize(lambda t: parts(np.exp(t))[0], start, method="Nelder-Mead",
                           options=dict(xatol=1e-11, fatol=1e-13, maxiter=4000, maxfev=4000))
            if best is None or got.fun < best.fun:
                best = got
        # Newton on differences of the slope, which Nelder and Mead cannot see that well.
        t = np.array(best.x)
        def slope(t):
            h = 1e-4
            return np.array([(8 * (parts(np.exp(t + h * s))[0] - parts(np.exp(t - h * s))[0])
                              - parts(np.exp(t + 2 * h * s))[0] + parts(np.exp(t - 2 * h * s))[0]) / (12 * h)
                             for s in np.eye(2)])
        for _ in range(6):
            h = 1e-3
            hess = np.array([(slope(t + h * s) - slope(t - h * s)) / (2 * h) for s in np.eye(2)])
            t = t - np.linalg.solve(hess, slope(t))
        theta = np.exp(t)
    else:
        theta = fixed
    d, big, inverse, information, mu, s2 = parts(theta)
    a = theta[0] ** 2 * za.T @ inverse @ (v - mu)
    b = theta[1] ** 2 * zb.T @ inverse @ (v - mu)
    # Var(a - a^) = s2 (ta2 I - ta2 Za' P Za ta2) with P = V^-1 - V^-1 1 1' V^-1 / 1'V^-1 1.
    p = inverse - np.outer(inverse @ one, inverse @ one) / information
    pev = s2 * np.diag(theta[0] ** 2 * np.eye(len(es)) - theta[0] ** 4 * za.T @ p @ za)
    pev_judge = s2 * np.diag(theta[1] ** 2 * np.eye(len(js)) - theta[1] ** 4 * zb.T @ p @ zb)
    fitted = mu + za @ a + zb @ b
    # fitted = v - Omega^-1 P v, so the leverage is 1 - P_ii / omega_i.
    leverage = 1 - np.diag(p) / omega
    return dict(theta=theta, d=d, mu=mu, s2=s2, mean_se=math.sqrt(s2 / information), es=es, js=js, keys=keys,
                a=a, b=b, se=np.sqrt(pev), se_judge=np.sqrt(pev_judge), e=v - fitted, h=leverage, omega=omega, v=v)

for name, weights in [("plain", {r: 1.0 for r in reviews}), ("weighted", weight)]:
    fit = reml(y, weights)
    for key, value in [("mean", fit["mu"]), ("mean_standard_error", fit["mean_se"]), ("criterion", fit["d"]),
                       ("variance_entry", fit["s2"] * fit["theta"][0] ** 2),
                       ("variance_judge", fit["s2"] * fit["theta"][1] ** 2), ("variance_residual", fit["s2"])]:
        say(f"{name} model", key, value)
    for i, e in enumerate(fit["es"]):
        say(f"{name} score", e, fit["mu"] + fit["a"][i])
        say(f"{name} error", e, fit["se"][i])
    for i, j in enumerate(fit["js"]):
        say(f"{name} severity", j, fit["b"][i])
        say(f"{name} severity error", j, fit["se_judge"][i])
        own = [k for k, key in enumerate(fit["keys"]) if key[1] == j]
        standardised = fit["omega"][own] * fit["e"][own] ** 2 / (fit["s2"] * (1 - fit["h"][own]))
        say(f"{name} outfit", j, standardised.mean())
        # The slope of the residuals over the judge's own first, second, third ... review, by the normal equations.
        own.sort(key=lambda k: order[fit["keys"][k]])
        design = np.column_stack([np.ones(len(own)), np.arange(1, len(own) + 1)])
        residual = fit["e"][own]
        coefficients, *_ = np.linalg.lstsq(design, residual, rcond=None)
        left = residual - design @ coefficients
        spread = left @ left / (len(own) - 2) * np.linalg.inv(design.T @ design)[1, 1]
        say(f"{name} drift", j, coefficients[1])
        say(f"{name} drift t", j, coefficients[1] / math.sqrt(spread))
        # Without this judge, at the same theta: Spearman by mid-ranks.
        rest = reml({k: val for k, val in y.items() if k[1] != j}, weights, fit["theta"])
        def midranks(values):
            return [sum(o < value for o in values) + (sum(o == value for o in values) + 1) / 2 for value in values]
        mine = [k for k in reviews if k[1] == j and k[0] in rest["es"]]
        left_, right_ = midranks([y[k] for k in mine]), midranks([rest["a"][rest["es"].index(k[0])] for k in mine])
        say(f"{name} agreement", j, np.corrcoef(left_, right_)[0, 1])

# Criterion by criterion, and their composite.
by = {}
for c in CRITERIA:
    values = {k[:2]: 100 * val for k, val in x.items() if k[2] == c}
    fit = reml(values, {k: 1.0 for k in values})
    by[c] = {e: fit["mu"] + fit["a"][i] for i, e in enumerate(fit["es"])}
    for e in entries:
        say(f"criterion {c}", e, by[c][e])
for e in entries:
    say("composite", e, sum(CRITERIA[c][0] * by[c][e] for c in CRITERIA) / whole)

# Halo and straight lines.
def mean(values):
    values = list(values)
    return sum(values) / len(values)
for j in judges:
    left = {k: float(v - mean(o for q, o in x.items() if q[0] == k[0] and q[2] == k[2])
                     - mean(o for q, o in x.items() if q[1] == j and q[2] == k[2]) + mean_of[k[2]])
            for k, v in x.items() if k[1] == j}
    correlations = []
    for c1, c2 in itertools.combinations(sorted(CRITERIA), 2):
        both = [e for e in entries if (e, j, c1) in left and (e, j, c2) in left]
        correlations.append(np.corrcoef([left[e, j, c1] for e in both], [left[e, j, c2] for e in both])[0, 1])
    say("halo", j, mean(correlations))
    own = [r for r in reviews if r[1] == j]
    say("straight", j, mean(len({x[r + (c,)] for c in CRITERIA if r + (c,) in x}) == 1 for r in own))

# Agreement, by the matrix of coincidences.
levels = sorted(set(y.values()))
place = {level: i for i, level in enumerate(levels)}
o = np.zeros((len(levels), len(levels)))
for e in entries:
    own = [place[y[r]] for r in reviews if r[0] == e]
    if len(own) > 1:
        for p, q in itertools.permutations(range(len(own)), 2):
            o[own[p], own[q]] += 1 / (len(own) - 1)
count = o.sum(axis=1)
def alpha(delta):
    n = count.sum()
    observed = sum(o[i, k] * delta(i, k) for i in range(len(levels)) for k in range(len(levels)))
    expected = sum(count[i] * count[k] * delta(i, k) for i in range(len(levels)) for k in range(len(levels))) / (n - 1)
    return 1 - observed / expected
say("alpha", "interval", alpha(lambda i, k: float(levels[i] - levels[k]) ** 2))
say("alpha", "ordinal", alpha(lambda i, k: (count[min(i, k):max(i, k) + 1].sum() - (count[i] + count[k]) / 2) ** 2))

# The other methods, entry by entry.
of_judge = {j: [y[r] for r in reviews if r[1] == j] for j in judges}
of_entry = {e: [r for r in reviews if r[0] == e] for e in entries}
pooled = math.sqrt(sum(sum((float(v) - float(mean(vs))) ** 2 for v in vs) for vs in of_judge.values())
                   / sum(len(vs) - 1 for vs in of_judge.values()))
deviation = {j: float(np.std([float(v) for v in vs], ddof=1)) for j, vs in of_judge.items()}
middle = float(mean(y.values()))
for e in entries:
    totals = sorted(y[r] for r in of_entry[e])
    say("mean", e, mean(totals))
    say("trimmed", e, mean(totals[1:-1]) if len(totals) >= 4 else mean(totals))
    scale = lambda j: deviation[j] if len(of_judge[j]) >= 5 and deviation[j] >= 1e-7 else pooled
    say("zscore", e, middle + pooled * mean(float(y[r] - mean(of_judge[r[1]])) / scale(r[1]) for r in of_entry[e]))
    def borda(r):
        vs = of_judge[r[1]]
        rank = sum(v > y[r] for v in vs) + (sum(v == y[r] for v in vs) + 1) / 2
        return (len(vs) - rank) / (len(vs) - 1)
    say("borda", e, mean(borda(r) for r in of_entry[e]))
design = np.array([[float(r[0] == e) for e in entries] + [float(r[1] == j) for j in judges] for r in reviews])
design = np.vstack([design, [0.0] * len(entries) + [1.0] * len(judges)])
solved, *_ = np.linalg.lstsq(design, np.array([float(y[r]) for r in reviews] + [0.0]), rcond=None)
for e, value in zip(entries, solved):
    say("least-squares", e, value)

with open(os.path.join(HERE, "expected.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["what", "of", "value"])
    writer.writerows(out)
