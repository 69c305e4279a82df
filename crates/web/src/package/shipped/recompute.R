# Works the ranking of this package out again from its scores, and compares.
#
# R 3 or later and nothing else: lme4 is not needed. It shares no line with Plaudit: the methods are written from their
# formulas, which RECOMPUTE.md gives. Run it in the folder that the package was unpacked into:  Rscript recompute.R
# It ends with status 0 if everything agrees to 1e-6 of a point.
folder <- c(commandArgs(trailingOnly = TRUE), ".")[1]
near <- 1e-6
read <- function(name) read.csv(file.path(folder, name), colClasses = "character", na.strings = "", check.names = FALSE)

results <- read("results.csv")
criteria <- read("criteria.csv")
scores <- read("scores.csv")
options_ <- read("options.csv")
method <- options_$value[options_$option == "method"]

# A scorecard's total: 100 times the weighted mean of the shares of the scales that its scores reach.
at <- match(scores$criterion, criteria$criterion)
low <- as.numeric(criteria$lowest)[at]
high <- as.numeric(criteria$highest)[at]
weight <- as.numeric(criteria$weight)
part <- weight[at] * (as.numeric(scores$score) - low) / (high - low)
cards <- aggregate(list(y = 100 * part / sum(weight)), by = list(case = scores$case, judge = scores$judge), FUN = sum)
cards$case <- factor(cards$case)
cards$judge <- factor(cards$judge)
by_case <- function(values) sapply(split(values, cards$case), mean)

trimmed <- function(values) {
  values <- sort(values)
  if (length(values) >= 4) mean(values[-c(1, length(values))]) else mean(values)
}

z_scores <- function() {
  own <- ave(cards$y, cards$judge, FUN = mean)
  count <- ave(cards$y, cards$judge, FUN = length)
  squares <- ave((cards$y - own)^2, cards$judge, FUN = sum)
  freedom <- nrow(cards) - nlevels(cards$judge)
  pooled <- if (freedom > 0) sqrt(sum((cards$y - own)^2) / freedom) else 0
  least <- 1e-9 * max(abs(cards$y), 1e-300)
  deviation <- sqrt(squares / pmax(count - 1, 1))
  spread <- ifelse(count == 1, 0, ifelse(count >= 5 & deviation >= least, deviation, pooled))
  z <- ifelse(spread < least, 0, (cards$y - own) / spread)
  mean(cards$y) + pooled * by_case(z)
}

borda <- function() {
  rounded <- round(cards$y, 9)
  rank_ <- ave(-rounded, cards$judge, FUN = rank)
  many <- ave(cards$y, cards$judge, FUN = length)
  by_case(ifelse(many > 1, (many - rank_) / (many - 1), 0.5))
}

# y = mu + case + judge + error, cases and judges random: restricted maximum likelihood by Henderson's equations. `theta` are
# the ratios of the standard deviations to the error's; nought leaves the effect out.
solve_at <- function(y, theta) {
  centre <- mean(y)
  y <- y - centre
  Z <- list(model.matrix(~ 0 + case, cards), model.matrix(~ 0 + judge, cards))[theta > 0]
  of <- rep(seq_along(Z), vapply(Z, ncol, 0))
  X <- do.call(cbind, c(list(rep(1, length(y))), Z))
  used <- theta[theta > 0]
  left <- crossprod(X) + diag(c(0, 1 / used[of]^2), ncol(X))
  C <- chol2inv(chol(left))
  right <- crossprod(X, y)
  b <- C %*% right
  free <- length(y) - 1
  error <- (sum(y^2) - sum(b * right)) / free
  criterion <- free * (1 + log(2 * pi * error)) + as.numeric(determinant(left)$modulus) + 2 * sum(log(used[of]))
  effects <- b[-1]
  seen <- vapply(seq_along(used), function(k) {
    (sum(effects[of == k]^2) / error + sum(diag(C)[-1][of == k])) / (sum(of == k) * used[k]^2) - 1
  }, 0)
  of_case <- if (theta[1] > 0) effects[of == 1] else rep(0, nlevels(cards$case))
  list(criterion = criterion, slopes = seen, scores = setNames(centre + b[1] + of_case, levels(cards$case)))
}

climb <- function(y, theta) {
  active <- which(theta > 0)
  now <- solve_at(y, theta)
  for (turn in 1:500) {
    if (length(active) == 0 || max(abs(now$slopes)) < 1e-11) break
    if (min(theta[active]) < 1e-6) return(NULL)
    jacobian <- vapply(active, function(k) {
      moved <- theta
      moved[k] <- moved[k] * exp(1e-6)
      (solve_at(y, moved)$slopes - now$slopes) / 1e-6
    }, numeric(length(active)))
    step <- tryCatch(solve(matrix(jacobian, length(active)), -now$slopes), error = function(e) Inf)
    taken <- theta
    taken[active] <- theta[active] * sqrt(1 + now$slopes)
    if (all(is.finite(step)) && max(abs(step)) < 1) {
      quick <- theta
      quick[active] <- theta[active] * exp(step)
      if (solve_at(y, quick)$criterion <= now$criterion + 1e-9) taken <- quick
    }
    theta <- taken
    now <- solve_at(y, theta)
  }
  now
}

calibrated <- function(y) {
  some <- c(0.3, 1, 3)
  starts <- rbind(as.matrix(expand.grid(some, some)), cbind(some, 0), c(0, 1), c(0, 0))
  best <- NULL
  for (k in seq_len(nrow(starts))) {
    found <- climb(y, as.numeric(starts[k, ]))
    if (!is.null(found) && (is.null(best) || found$criterion < best$criterion)) best <- found
  }
  best$scores
}

# Each judge's distances from their own mean, brought to the common spread as far as the data show that spreads differ.
stretched <- function() {
  own <- ave(cards$y, cards$judge, FUN = mean)
  d <- tapply(cards$y, cards$judge, length) - 1
  v <- tapply(cards$y, cards$judge, var)
  known <- d >= 2 & !is.na(v) & v > 0
  if (sum(known) < 3) return(cards$y)
  d <- d[known]
  v <- v[known]
  logs <- log(v) - digamma(d / 2) + log(d / 2)
  excess <- var(as.numeric(logs)) - mean(trigamma(d / 2))
  if (excess <= 0) return(cards$y)
  half <- exp(uniroot(function(x) log(trigamma(exp(x))) - log(excess), c(-20, 20), tol = 1e-15)$root)
  prior <- exp(mean(logs) + digamma(half) - log(half))
  shrunk <- sqrt((2 * half * prior + d * v) / (2 * half + d))
  factor_ <- pmin(pmax(exp(mean(log(shrunk))) / shrunk, 1 / 3), 3)
  own + ifelse(is.na(factor_[as.character(cards$judge)]), 1, factor_[as.character(cards$judge)]) * (cards$y - own)
}

found <- list()
if (nrow(cards) > 0) {
  found$by_mean <- by_case(cards$y)
  found$by_trimmed <- sapply(split(cards$y, cards$case), trimmed)
  found$by_zscore <- z_scores()
  found$by_borda <- borda()
  if (any(!is.na(results$by_calibrated))) found$by_calibrated <- calibrated(cards$y)
  if (any(!is.na(results$by_calibrated_spread))) found$by_calibrated_spread <- calibrated(stretched())
}
wrong <- 0
for (name in names(found)) {
  apart <- abs(as.numeric(results[[name]]) - found[[name]][results$case])
  worst <- max(0, apart, na.rm = TRUE)
  if (worst > near) wrong <- wrong + 1
  cat(sprintf("%s: %s, at most %.1e apart\n", name, if (worst <= near) "agrees" else "DIFFERS", worst))
}
short <- switch(method, "trimmed-mean" = "trimmed", "z-score" = "zscore", method)
decides <- found[[paste0("by_", gsub("-", "_", short))]]
if (startsWith(method, "calibrated") && all(is.na(results$standard_error))) {
  decides <- found$by_mean # The scores do not support the model.
} else if (is.null(decides)) {
  cat("ranked by least squares, since the judges agree perfectly; that is not worked out here\n")
}
ranked <- results[!is.na(results$rank) & results$case %in% names(decides), ]
for (k in seq_len(nrow(ranked))) {
  own <- decides[ranked$case[k]]
  all_ <- decides[ranked$case]
  above <- sum(all_ > own + near)
  level <- sum(abs(all_ - own) <= near)
  rank_ <- as.integer(ranked$rank[k])
  if (!(above < rank_ && rank_ <= above + level)) {
    wrong <- wrong + 1
    cat(sprintf("case %s: rank %d, and %d cases have a higher total\n", ranked$case[k], rank_, above))
  }
}
cat(sprintf("%d cases ranked, %d scorecards: %s\n", nrow(ranked), nrow(cards), if (wrong == 0) "everything agrees" else "NOT everything agrees"))
quit(status = if (wrong == 0) 0 else 1)
