/// Formulas as people in these fields write them; all of them are right.
enum RealFormulas {
    static let all = text.split(separator: "\n").map(String.init)

    private static let text = ##"""
        x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}
        P(A \mid B) = \frac{P(B \mid A)\, P(A)}{P(B)}
        p(\theta \mid x) = \frac{p(x \mid \theta)\, p(\theta)}{\int p(x \mid \theta')\, p(\theta')\, d\theta'}
        \nabla \cdot \mathbf{E} = \frac{\rho}{\varepsilon_0}, \qquad \nabla \times \mathbf{B} = \mu_0 \mathbf{J} + \mu_0 \varepsilon_0 \frac{\partial \mathbf{E}}{\partial t}
        \oint_{\partial \Sigma} \mathbf{E} \cdot d\boldsymbol{\ell} = -\frac{d}{dt} \iint_{\Sigma} \mathbf{B} \cdot d\mathbf{S}
        \mathrm{Attention}(Q, K, V) = \mathrm{softmax}\!\left(\frac{QK^\top}{\sqrt{d_k}}\right) V
        C(S, t) = N(d_1) S - N(d_2) K e^{-r(T - t)}
        d_1 = \frac{1}{\sigma\sqrt{T-t}} \left[ \ln\left(\frac{S}{K}\right) + \left(r + \frac{\sigma^2}{2}\right)(T-t) \right]
        \frac{\partial V}{\partial t} + \frac{1}{2}\sigma^2 S^2 \frac{\partial^2 V}{\partial S^2} + rS\frac{\partial V}{\partial S} - rV = 0
        \mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}
        \log p(x) \ge \mathbb{E}_{q(z \mid x)}\bigl[\log p(x \mid z)\bigr] - D_{\mathrm{KL}}\bigl(q(z \mid x) \,\|\, p(z)\bigr)
        \mathcal{L}(\theta, \phi; x) = \mathbb{E}_{z \sim q_\phi(z|x)}[\log p_\theta(x|z)] - D_{KL}(q_\phi(z|x) \| p(z))
        y_{it} = \alpha_i + \gamma_t + \beta D_{it} + \mathbf{x}_{it}'\boldsymbol{\delta} + \varepsilon_{it}
        \hat{\beta}_{\mathrm{OLS}} = (X^\top X)^{-1} X^\top y
        \widehat{\operatorname{Var}}(\hat\beta) = \hat\sigma^2 (X'X)^{-1}
        \hat\beta_{2SLS} = \left(X'P_Z X\right)^{-1} X'P_Z y, \quad P_Z = Z(Z'Z)^{-1}Z'
        \hat{\theta} = \operatorname*{arg\,max}_{\theta \in \Theta} \sum_{i=1}^{n} \log f(x_i; \theta)
        \sqrt{n}\,(\hat\theta_n - \theta_0) \xrightarrow{d} \mathcal{N}(0, I(\theta_0)^{-1})
        \bar{X}_n \overset{p}{\to} \mu, \qquad X_i \stackrel{\text{i.i.d.}}{\sim} F
        f(x) = \frac{1}{\sqrt{2\pi\sigma^2}} \exp\left(-\frac{(x-\mu)^2}{2\sigma^2}\right)
        f(\mathbf{x}) = (2\pi)^{-k/2} \lvert\boldsymbol{\Sigma}\rvert^{-1/2} \exp\Bigl(-\tfrac12 (\mathbf{x}-\boldsymbol{\mu})^{\mathsf T} \boldsymbol{\Sigma}^{-1} (\mathbf{x}-\boldsymbol{\mu})\Bigr)
        \binom{n}{k} p^k (1-p)^{n-k}
        F(x) = \begin{cases} 0 & \text{if } x < 0, \\ 1 - e^{-\lambda x} & \text{if } x \ge 0. \end{cases}
        |x| = \begin{cases} x & x \geq 0 \\ -x & x < 0 \end{cases}
        \begin{aligned} (a+b)^2 &= (a+b)(a+b) \\ &= a^2 + 2ab + b^2 \end{aligned}
        \begin{align*} \max_{c_t, k_{t+1}} \quad & \sum_{t=0}^{\infty} \beta^t u(c_t) \\ \text{s.t.} \quad & c_t + k_{t+1} \le f(k_t) + (1-\delta) k_t \end{align*}
        \begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1} = \frac{1}{ad-bc} \begin{pmatrix} d & -b \\ -c & a \end{pmatrix}
        \begin{bmatrix} 1 & 0 & \cdots & 0 \\ 0 & 1 & \cdots & 0 \\ \vdots & \vdots & \ddots & \vdots \\ 0 & 0 & \cdots & 1 \end{bmatrix}
        \begin{array}{c|cc} & \text{Left} & \text{Right} \\ \hline \text{Up} & (2,1) & (0,0) \\ \text{Down} & (0,0) & (1,2) \end{array}
        \det\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc
        V(s) = \max_{a \in \mathcal{A}} \Bigl\{ R(s,a) + \gamma \sum_{s'} P(s' \mid s, a) V(s') \Bigr\}
        \nabla_\theta J(\theta) = \mathbb{E}_{\pi_\theta}\left[ \nabla_\theta \log \pi_\theta(a \mid s)\, Q^{\pi_\theta}(s,a) \right]
        \theta_{t+1} = \theta_t - \eta \frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon}
        \sum_{\substack{0 \le i \le m \\ 0 < j < n}} P(i, j)
        \int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}
        \int\!\!\!\int_D f(x,y)\,dx\,dy
        \lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e
        \underbrace{1 + 1 + \dots + 1}_{n \text{ times}} = n, \quad \overbrace{a + b}^{c}
        \prod_{p \text{ prime}} \frac{1}{1 - p^{-s}} = \sum_{n=1}^{\infty} \frac{1}{n^s} = \zeta(s)
        \lim_{h \to 0} \frac{f(x+h) - f(x)}{h} \quad\text{and}\quad \limsup_{n} a_n
        a_0 + \cfrac{1}{a_1 + \cfrac{1}{a_2 + \cfrac{1}{a_3}}}
        x \in A \cap B \iff x \in A \land x \in B, \quad A \not\subset B, \quad \emptyset \neq C \setminus D
        \forall \varepsilon > 0\; \exists \delta > 0 : |x - a| < \delta \implies |f(x) - f(a)| < \varepsilon
        \left. \frac{dy}{dx} \right|_{x=0} = 0, \quad \left\| \frac{x}{y} \right\|_2, \quad \left\langle u, \tfrac{v}{2} \right\rangle
        Y(1), Y(0) \perp\!\!\!\perp D \mid X, \quad \text{ATE} = \mathbb{E}[Y(1) - Y(0)]
        \Pr\left(\left|\bar X - \mu\right| \ge t\right) \le 2\exp\left(-2nt^2\right)
        \overline{AB} + \overline{x+y} = \underline{z+w}, \quad \widehat{xyz}, \widetilde{xyz}, \vec{v}, \overrightarrow{AB}, \dot{x}, \ddot{x}, \mathring{A}, \check{c}, \breve{b}, \acute{a}
        a \equiv b \pmod{n}, \quad a \bmod n, \quad x \mod 3
        f\colon \mathbb{R}^n \to \mathbb{R},\ x \mapsto \|x\|_2^2, \quad A := B
        \boxed{E = mc^2} \quad \cancel{x} + \textcolor{red}{a + b} {\color{blue} c}
        A \xleftarrow{n+\mu-1} B \xrightarrow[T]{n \pm i-1} C \xRightarrow{f} D
        \frac{\mathrm{d}}{\mathrm{d}x} \int_a^x f(t)\,\mathrm{d}t = f(x)
        \sin^2 x + \cos^2 x = 1, \quad \log_2 8 = 3, \quad \tanh(x), \quad 2\sin\theta\cos\theta
        H(X) = -\sum_{x} p(x) \log p(x), \quad I(X;Y) = H(X) - H(X \mid Y)
        x^{y^{z}}, x_{i_j}, x_i^2, {}^{14}_{6}\mathrm{C}, f'(x), f''(x), f'_n, x'^2, e^{-\frac{x^2}{2}}
        \big( \Big( \bigg( \Bigg( x \Bigg) \bigg) \Big) \big), \bigl| x \bigr|, \Bigl\lfloor y \Bigr\rfloor \big/
        \mathbb{ABCNQRZ} \mathcal{ABLH} \mathfrak{gABC} \mathsf{Sans} \mathtt{code} \mathbf{Bold} \mathit{diff} \boldsymbol{\alpha x \Gamma} \mathbb{1}
        \alpha\beta\gamma\delta\epsilon\varepsilon\zeta\eta\theta\vartheta\iota\kappa\lambda\mu\nu\xi\pi\rho\sigma\tau\upsilon\phi\varphi\chi\psi\omega\Gamma\Delta\Theta\Lambda\Xi\Pi\Sigma\Phi\Psi\Omega
        \leq \geq \neq \approx \sim \simeq \cong \equiv \propto \ll \gg \prec \succ \subseteq \supseteq \in \ni \notin \vdash \models \perp \parallel \nleq \nsubseteq \lesssim \gtrsim
        \pm \mp \times \div \cdot \ast \star \circ \bullet \cap \cup \vee \wedge \oplus \otimes \odot \setminus \wr \dagger
        \leftarrow \rightarrow \Rightarrow \Leftrightarrow \mapsto \hookrightarrow \uparrow \downarrow \longrightarrow \implies \iff \rightleftharpoons \nearrow
        \bigcup_{i=1}^n A_i \supseteq \bigcap_{i \in I} B_i, \quad \bigoplus_k V_k, \quad \coprod_j, \quad \textstyle\sum_{i=1}^n i, \quad \sum\nolimits_{i} i, \quad \int\limits_0^1 x
        \tag{3.1} a^2 + b^2 = c^2
        \begin{rcases} a \\ b \end{rcases} \text{both} \quad \begin{smallmatrix} a & b \\ c & d \end{smallmatrix} \quad \begin{Bmatrix} x \\ y \end{Bmatrix} \begin{Vmatrix} x \\ y \end{Vmatrix}
        \begin{gathered} a = b \\ c + d + e = f \end{gathered} \qquad \begin{array}{lr} \text{left} & 1 \\ l & 100 \end{array}
        \begin{alignedat}{2} 10x &+ {}& 3y &= 2 \\ 3x &+ {}& 13y &= 4 \end{alignedat} \qquad \begin{aligned} a &= b & c &= d \\ aa &= bb & cc &= dd \end{aligned}
        \$100 \times 5\% = \$5, \quad \#\{x : x > 0\}, \quad a\_b, \ \&
        \text{Profit} - \text{Cost} = \text{if $x > 0$ then } \textbf{bold} \textit{it} \texttt{code} x
        \genfrac{[}{]}{0pt}{}{n}{k} + {n \choose k} + {a \over b} + \left\{ {n \atop k} \right\}
        a\,b\:c\;d\ e\quad f\qquad g\!h\hspace{2em}i, \phantom{xxx} j \hphantom{y} \vphantom{\int} k
        \dots, \ldots + \cdots \vdots \ddots, a_1, \dots, a_n, \quad a_1 + \dots + a_n
        \mathop{\mathrm{lim\,inj}}_{x} f, \quad a \mathrel{R} b, \quad \mathbin{\#} \quad x \mathbin{\#} y
        \left(\begin{matrix} 1 \\ 2 \end{matrix}\middle|\, x\right) \quad \left]0,1\right[ \quad \left\lceil \frac{a}{b} \right\rceil
        \tfrac12 + \dfrac12 + \tbinom{n}{k} + \dbinom{n}{k} + \sqrt[3]{x} + \sqrt{\frac{a}{b}}
        a^2 + b^2 = c^2
        e^{i\pi} + 1 = 0
        E[X] = \sum_x x\,p(x)
        \operatorname{Var}(X) = \mathbb{E}[X^2] - (\mathbb{E}[X])^2
        \operatorname{Cov}(X, Y) = \mathbb{E}\left[(X - \mu_X)(Y - \mu_Y)\right]
        \rho_{X,Y} = \frac{\operatorname{Cov}(X,Y)}{\sigma_X \sigma_Y}
        t = \frac{\bar{x} - \mu_0}{s / \sqrt{n}}
        \chi^2 = \sum_{i=1}^{k} \frac{(O_i - E_i)^2}{E_i}
        F = \frac{(RSS_1 - RSS_2)/(p_2 - p_1)}{RSS_2/(n - p_2)}
        R^2 = 1 - \frac{\sum_i (y_i - \hat{y}_i)^2}{\sum_i (y_i - \bar{y})^2}
        \text{CI} = \bar{x} \pm z_{\alpha/2} \frac{\sigma}{\sqrt{n}}
        \Pr(|X - \mu| \geq k\sigma) \leq \frac{1}{k^2}
        X \sim \mathcal{N}(\mu, \sigma^2)
        Y \mid X = x \sim \mathrm{Bernoulli}(\Phi(x'\beta))
        \log \frac{p}{1 - p} = \beta_0 + \beta_1 x_1 + \dots + \beta_k x_k
        U(c) = \frac{c^{1-\gamma} - 1}{1 - \gamma}
        \max_{x_1, x_2} u(x_1, x_2) \quad \text{s.t.} \quad p_1 x_1 + p_2 x_2 \leq m
        \mathcal{L} = u(x) - \lambda (p \cdot x - m)
        \frac{\partial \mathcal{L}}{\partial x_i} = 0 \quad \forall i
        MRS = -\frac{MU_x}{MU_y}
        Y = A K^\alpha L^{1-\alpha}
        \dot{k} = s f(k) - (n + g + \delta) k
        \Delta y_t = \rho y_{t-1} + \sum_{j=1}^{p} \phi_j \Delta y_{t-j} + u_t
        \pi_t = \beta \mathbb{E}_t \pi_{t+1} + \kappa x_t
        i_t = r^* + \pi_t + 0.5(\pi_t - \pi^*) + 0.5 y_t
        NPV = \sum_{t=0}^{T} \frac{CF_t}{(1 + r)^t}
        \mathrm{WACC} = \frac{E}{V} r_e + \frac{D}{V} r_d (1 - T_c)
        dS_t = \mu S_t\,dt + \sigma S_t\,dW_t
        \Delta = \frac{\partial V}{\partial S}, \Gamma = \frac{\partial^2 V}{\partial S^2}
        \tau^{\mathrm{ATT}} = \mathbb{E}[Y_i(1) - Y_i(0) \mid D_i = 1]
        \hat\tau_{\mathrm{DiD}} = (\bar Y_{11} - \bar Y_{10}) - (\bar Y_{01} - \bar Y_{00})
        Y_{it} = \sum_{k \neq -1} \beta_k \mathbf{1}\{t - E_i = k\} + \alpha_i + \lambda_t + \epsilon_{it}
        \mathbb{1}_{\{x > 0\}}
        \ell(\theta) = \sum_{i=1}^{n} \log f(x_i \mid \theta)
        I(\theta) = -\mathbb{E}\left[\frac{\partial^2}{\partial\theta^2} \ell(\theta)\right]
        \hat{f}_h(x) = \frac{1}{nh} \sum_{i=1}^n K\Bigl(\frac{x - x_i}{h}\Bigr)
        \mathrm{AIC} = 2k - 2\ln\hat{L}
        D_{\mathrm{KL}}(P \parallel Q) = \sum_x P(x) \log\frac{P(x)}{Q(x)}
        \sigma(z) = \frac{1}{1 + e^{-z}}
        \mathrm{ReLU}(x) = \max(0, x)
        h_t = \tanh(W_{hh} h_{t-1} + W_{xh} x_t + b_h)
        \mathcal{L}_{\text{CE}} = -\frac{1}{N} \sum_{i=1}^{N} \sum_{c=1}^{C} y_{ic} \log \hat{y}_{ic}
        w \leftarrow w - \eta \nabla_w \mathcal{L}(w)
        \min_G \max_D \mathbb{E}_{x \sim p_{\text{data}}}[\log D(x)] + \mathbb{E}_{z \sim p_z}[\log(1 - D(G(z)))]
        Q(s, a) \gets Q(s, a) + \alpha \bigl[r + \gamma \max_{a'} Q(s', a') - Q(s, a)\bigr]
        \mathrm{PE}_{(pos, 2i)} = \sin\bigl(pos / 10000^{2i/d_{\text{model}}}\bigr)
        L(N, D) = E + \frac{A}{N^\alpha} + \frac{B}{D^\beta}
        \lVert x \rVert_2 = \sqrt{\sum_{i=1}^{n} x_i^2}
        \langle u, v \rangle = u^\top v \leq \lVert u \rVert \cdot \lVert v \rVert
        A = U \Sigma V^{\mathsf{T}}
        \det(A - \lambda I) = 0
        \operatorname{tr}(AB) = \operatorname{tr}(BA)
        \mathbf{A} \in \mathbb{R}^{m \times n}
        x^* = \arg\min_{x} f(x)
        \hat{x} = \argmax_x p(x)
        O(n \log n)
        \Theta(n^2) \subseteq \mathcal{O}(n^3)
        \lfloor x \rfloor \leq x < \lceil x \rceil + 1
        f : \mathbb{N} \to \{0, 1\}
        A \times B = \{(a, b) : a \in A, b \in B\}
        \bigcup_{n \in \mathbb{N}} A_n
        P \land Q \Rightarrow \lnot(\lnot P \lor \lnot Q)
        \exists! x \in X
        \neg \forall x\, P(x) \Leftrightarrow \exists x\, \neg P(x)
        \Gamma \vdash e : \tau
        n! \approx \sqrt{2\pi n} \left(\frac{n}{e}\right)^n
        \sum_{k=0}^{n} \binom{n}{k} = 2^n
        \int_{-\infty}^{\infty} \hat{f}(\xi)\, e^{2\pi i \xi x} \, d\xi
        i\hbar \frac{\partial}{\partial t} \Psi = \hat{H} \Psi
        G_{\mu\nu} + \Lambda g_{\mu\nu} = \frac{8\pi G}{c^4} T_{\mu\nu}
        \mathrm{2H_2 + O_2 \to 2H_2O}
        70\,\% \pm 5^\circ
        1{,}234{,}567.89
        \$1{,}000
        α ≤ β ∧ x ∈ ℝ ⇒ ∑_{i=1}^n x_i ≥ 0
        x \not= y,\ a \not\in B
        (-1)^n, -x, a = -b, a \cdot -b
        \left\{ x \,\middle|\, x^2 < 2 \right\}
        """##
}
